package dev.mote.codegen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class LongLinesTest {
    private static final String WORD = "w".repeat(50);

    @Test
    void leavesShortLinesAlone() {
        String text = "/* a */\nint b;\n\n    c(d, e);\n";
        assertEquals(text, LongLines.broken(text));
    }

    @Test
    void breaksCallsBehindCommas() {
        assertEquals(
                "    run(&" + WORD + ",\n            " + WORD + ", out);\n",
                LongLines.broken("    run(&" + WORD + ", " + WORD + ", out);\n"));
    }

    @Test
    void breaksDeclarationsBeforeTheName() {
        assertEquals(
                "static const " + WORD + "\n        " + WORD + " = {\n",
                LongLines.broken("static const " + WORD + " " + WORD + " = {\n"));
    }

    @Test
    void goesOnUnderTheTextOfALabel() {
        assertEquals(
                " * in       1x2, " + WORD + ",\n *          \"" + WORD + "\"\n",
                LongLines.broken(" * in       1x2, " + WORD + ", \"" + WORD + "\"\n"));
    }

    @Test
    void keepsStringsAndPreprocessorLinesWhole() {
        String text = "    \"" + WORD + " " + WORD + "\",\n#define " + WORD + " " + WORD + "\n";
        assertEquals(text, LongLines.broken(text));
    }

    @Test
    void generatedFilesKeepTo100ColumnsUnderALongName() {
        Target target = new Target("a_model_with_the_longest_name_that_works", ProjectKind.PLAIN);
        CProject project = Codegen.generate(TinyModel.model(), TinyModel.SOURCE, target);
        String tooLong = project.files().values().stream()
                .flatMap(String::lines)
                .filter(line -> line.length() > CText.COLUMNS)
                .collect(Collectors.joining("\n"));
        assertTrue(tooLong.isEmpty(), tooLong);
    }
}
