package vn.vanthu.server.james;

import java.nio.file.Path;
import org.apache.james.filesystem.api.JamesDirectoriesProvider;
import org.apache.james.server.core.configuration.Configuration;

/** Where James finds its files: {@code file://conf/} is the configuration folder, {@code file://var/} the data folder. */
public record JamesFolders(Path conf, Path data) implements Configuration, JamesDirectoriesProvider {

    @Override
    public ConfigurationPath configurationPath() {
        return new ConfigurationPath("file://conf/");
    }

    @Override
    public JamesDirectoriesProvider directories() {
        return this;
    }

    @Override
    public String getAbsoluteDirectory() {
        return "/";
    }

    @Override
    public String getConfDirectory() {
        return conf.toAbsolutePath() + "/";
    }

    @Override
    public String getVarDirectory() {
        return data.toAbsolutePath() + "/";
    }

    @Override
    public String getRootDirectory() {
        return data.toAbsolutePath().toString();
    }
}
