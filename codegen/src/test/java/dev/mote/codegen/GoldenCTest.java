package dev.mote.codegen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The C of {@link TinyModel} and {@link TinyFrontEnd}, to be reviewed as code. {@code -Dgolden.update=codegen/src/test/resources/golden} (any folder) writes
 * it anew.
 */
class GoldenCTest {

    @ParameterizedTest
    @ValueSource(strings = {"tiny.h", "tiny.c", "tiny_weights.c", "tiny_vectors.h"})
    void writesTheReviewedCode(String file) throws IOException {
        compare(file, Codegen.generate(TinyModel.model(), TinyModel.SOURCE, TinyModel.TARGET));
    }

    @ParameterizedTest
    @ValueSource(strings = {"shake_front_end.h", "shake_front_end.c", "shake_stream.h", "shake_stream.c"})
    void writesTheReviewedFrontEndAndStream(String file) throws IOException {
        compare(file, Codegen.generate(TinyFrontEnd.model(), TinyFrontEnd.SOURCE, TinyFrontEnd.TARGET));
    }

    private static void compare(String file, CProject project) throws IOException {
        String text = project.files().get(file);
        String folder = System.getProperty("golden.update");
        if (folder != null) {
            Files.writeString(Path.of(folder).resolve(file), text);
            return;
        }
        try (InputStream golden = GoldenCTest.class.getResourceAsStream("/golden/" + file)) {
            assertNotNull(golden, "no golden file " + file);
            assertEquals(new String(golden.readAllBytes(), StandardCharsets.UTF_8), text);
        }
    }
}
