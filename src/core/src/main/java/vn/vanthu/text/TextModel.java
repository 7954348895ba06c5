package vn.vanthu.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * The two statistics that detection rests on; made by {@link TextModelTrainer} from text files.
 *
 * @param syllables written Vietnamese
 * @param background everything else
 */
record TextModel(Syllables syllables, Background background) {

    static final String SYLLABLES = "syllables.tsv";
    static final String BACKGROUND = "background.gz";

    /** The model that ships as a resource. */
    static TextModel load() {
        try (InputStream syllables = resource(SYLLABLES);
                InputStream background = resource(BACKGROUND)) {
            return read(syllables, background);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A model from a folder that the trainer wrote: for measuring on text that the model has not seen. */
    static TextModel load(Path folder) {
        try (InputStream syllables = Files.newInputStream(folder.resolve(SYLLABLES));
                InputStream background = Files.newInputStream(folder.resolve(BACKGROUND))) {
            return read(syllables, background);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream resource(String name) {
        return Objects.requireNonNull(TextModel.class.getResourceAsStream("model/" + name), name);
    }

    private static TextModel read(InputStream syllables, InputStream background) throws IOException {
        Map<String, Integer> counts = new HashMap<>();
        BufferedReader reader = new BufferedReader(new InputStreamReader(syllables, StandardCharsets.UTF_8));
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            int tab = line.indexOf('\t');
            counts.put(line.substring(0, tab), Integer.parseInt(line.substring(tab + 1)));
        }
        return new TextModel(Syllables.of(counts), Background.read(background));
    }
}
