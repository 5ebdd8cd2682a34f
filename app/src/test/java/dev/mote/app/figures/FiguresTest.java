package dev.mote.app.figures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mote.model.BadInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Figures in files, and what changed between two. */
class FiguresTest {
    private static final String BEFORE =
            "kws,virt,speed,1000,500,300,70,40,8,0,96,mote_conv2d_s8:200,CONV_2D:500:990 SOFTMAX:0:10\n";
    private static final String AFTER =
            "kws,virt,speed,1020,500,290,70,40,8,0,96,mote_conv2d_s8:190,CONV_2D:500:1010 SOFTMAX:0:10\n";

    @TempDir
    Path folder;

    private List<RunFigures> read(String text) {
        try {
            return FiguresFile.read(Files.writeString(folder.resolve("figures.csv"), text));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void tellsWhatIsNotAsItWas() {
        List<FiguresChange> changes = FiguresChange.between(read(BEFORE), read(AFTER));
        assertEquals(
                List.of(
                        new FiguresChange("kws", "virt", "speed", "instructions", 1000, 1020),
                        new FiguresChange("kws", "virt", "speed", "code_bytes", 300, 290),
                        new FiguresChange("kws", "virt", "speed", "bytes of mote_conv2d_s8", 200, 190),
                        new FiguresChange("kws", "virt", "speed", "layer 0 CONV_2D", 990, 1010)),
                changes);
        assertEquals(2.0, changes.getFirst().percent(), 1e-9);
    }

    @Test
    void growsBeyondATolerance() {
        List<FiguresChange> changes = FiguresChange.between(read(BEFORE), read(AFTER));
        assertTrue(changes.get(0).grewBeyond(1.9));
        assertFalse(changes.get(0).grewBeyond(2));
        assertFalse(changes.get(1).grewBeyond(0), "is smaller");
        assertFalse(changes.get(3).grewBeyond(0), "is a part of the run");
    }

    @Test
    void comparesOnlyWhatBothHave() {
        assertEquals(List.of(), FiguresChange.between(read(BEFORE), read(BEFORE)));
        assertEquals(List.of(), FiguresChange.between(read(BEFORE), read(AFTER.replace("virt", "microbit"))));
    }

    @Test
    void refusesAFileOfAnotherKind() {
        assertEquals(
                folder.resolve("figures.csv")
                        + ": line 2: is not a line of figures, expected what mote bench --save writes",
                assertThrows(BadInputException.class, () -> read(BEFORE + "a,b,c\n"))
                        .getMessage());
        assertThrows(BadInputException.class, () -> read(BEFORE.replace("1000", "many")));
        assertThrows(BadInputException.class, () -> read(BEFORE.replace("CONV_2D:500:990", "CONV_2D:990")));
        assertTrue(assertThrows(BadInputException.class, () -> FiguresFile.read(folder.resolve("none.csv")))
                .getMessage()
                .contains("none.csv: cannot be read"));
    }

    @Test
    void aPageHasARowARunAndThePeersFigures() {
        String line = "kws_ref_model,mps2-an386,speed,3848375,2656768,300,70,40,8,0,96,,CONV_2D:500:990\n";
        String page = PerformancePage.text(read(BEFORE + line));
        assertTrue(page.contains("| kws | speed | 1,000 | 2.00 | 300 | 70 | 40 | 8 | 0 | 96 | 144 |  |"), page);
        assertTrue(page.contains("| kws_ref_model | 0.50 (3,848,375 of 7,696,750) |  |  |  |"), page);
        assertTrue(page.contains("| kws_ref_model | 0 CONV_2D | 500 | 990 | 1.98 | 0.00 |"), page);
        assertFalse(page.contains("{{"));
    }
}
