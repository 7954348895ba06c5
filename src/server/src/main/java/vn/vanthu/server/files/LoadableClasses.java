package vn.vanthu.server.files;

import com.google.common.reflect.ClassPath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vn.vanthu.config.NearestName;
import vn.vanthu.config.Problems;

/**
 * Classes that James loads by name.
 *
 * @param type what the class must be
 * @param packages where to look for the class that was meant
 * @param shortNamed the one package whose classes James finds by their short names; empty for none
 * @param allowed what people are told may stand there
 */
record LoadableClasses(ClassLoader loader, Class<?> type, List<String> packages, String shortNamed, String allowed) {

    /** Notes a name of which there is no such class. */
    void check(String key, String name, Problems problems) {
        Optional<Class<?>> found = find(name);
        if (found.isEmpty()) {
            problems.add(key, name, allowed, nearest(name).orElse(null));
        } else if (!type.isAssignableFrom(found.get())) {
            problems.add(key, name + ", which is no " + type.getSimpleName(), allowed);
        }
    }

    Optional<Class<?>> find(String name) {
        return load(name).or(() -> shortNamed.isEmpty() ? Optional.empty() : load(shortNamed + "." + name));
    }

    private Optional<Class<?>> load(String name) {
        try {
            return Optional.of(Class.forName(name, false, loader));
        } catch (ClassNotFoundException | LinkageError e) {
            return Optional.empty();
        }
    }

    /** Scans the class path, so only when a name is wrong. */
    private Optional<String> nearest(String name) {
        List<String> known = packages.stream().flatMap(this::namesIn).toList();
        return known.stream()
                .filter(full -> full.endsWith("." + name))
                .findFirst()
                .or(() -> NearestName.of(name, known));
    }

    private Stream<String> namesIn(String packageName) {
        try {
            return ClassPath.from(loader).getTopLevelClasses(packageName).stream()
                    .map(ClassPath.ClassInfo::getName)
                    .filter(this::isUsable)
                    .map(name -> packageName.equals(shortNamed) ? name.substring(packageName.length() + 1) : name)
                    .sorted();
        } catch (IOException e) {
            throw new UncheckedIOException("the class path cannot be read", e);
        }
    }

    private boolean isUsable(String name) {
        return load(name)
                .filter(found -> type.isAssignableFrom(found) && !Modifier.isAbstract(found.getModifiers()))
                .isPresent();
    }
}
