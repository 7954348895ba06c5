package vn.vanthu.config;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong in the configuration.
 *
 * @param file the file's name as the administrator knows it, for example {@code conf/organization.xml}
 * @param key where in the file: a property's key, or the element's path and line
 * @param found what stands there
 * @param allowed what may stand there
 * @param didYouMean the nearest known name; null when none is near
 */
public record Problem(String file, String key, String found, String allowed, @Nullable String didYouMean) {

    public Problem {
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(found, "found");
        Objects.requireNonNull(allowed, "allowed");
    }

    @Override
    public String toString() {
        String hint = didYouMean == null ? "" : "; did you mean '" + didYouMean + "'?";
        return file + ": " + key + ": found '" + found + "'; allowed: " + allowed + hint;
    }
}
