package vn.vanthu.server.setup;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import vn.vanthu.config.HostAndPort;

/**
 * What the command line says.
 *
 * @param conf folder of the configuration files
 * @param data folder of everything that the gateway keeps
 * @param portOffset added to the standard port of each listener
 * @param smarthost goes before that of {@code vanthu.properties}; null when not given
 * @param demo whether the demo office's accounts are made
 */
public record GatewayOptions(Path conf, Path data, int portOffset, @Nullable HostAndPort smarthost, boolean demo) {}
