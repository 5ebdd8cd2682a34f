package dev.mote.device.catalogue;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mote.codegen.Core;
import dev.mote.codegen.Figures;
import dev.mote.model.CheckFailedException;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** The Uno has 32,256 bytes of flash and 2,048 of RAM; 512 and 64 of them are reserved. */
class FitTest {
    private static final Device UNO = Catalogue.of("arduino-uno");

    @Test
    void fitsToTheLastByte() {
        // flash: 20,000 + 6,000 of code + 744 of library + 5,000 of parameters + 512; RAM: 1,800 + 84 + 100 + 64
        Fit fit = new Fit(UNO, figures(Core.AVR, 20_000, 5_000, 6_000, 744, 1_800, 84, 100));
        assertEquals(32_256, fit.neededFlashBytes());
        assertEquals(0, fit.flashMarginBytes());
        assertEquals(2_048, fit.neededRamBytes());
        assertEquals(0, fit.ramMarginBytes());
        assertTrue(fit.fits());
        assertDoesNotThrow(() -> fit.require("m.tflite"));
    }

    @Test
    void lacksOneByteOfFlash() {
        Fit fit = new Fit(UNO, figures(Core.AVR, 20_001, 5_000, 6_000, 744, 100, 10, 100));
        assertEquals(-1, fit.flashMarginBytes());
        assertEquals(
                "m.tflite: does not fit arduino-uno: needs about 32,257 bytes of flash, 1 more than it has"
                        + " (most of it weights, 20,001 bytes); try fewer filters or units, or a device with more flash",
                refusal(fit));
    }

    @Test
    void lacksFlashForCode() {
        Fit fit = new Fit(UNO, figures(Core.AVR, 1_000, 500, 34_000, 1_000, 100, 10, 100));
        assertTrue(
                refusal(fit).contains("(most of it code, 35,000 bytes); try fewer kinds of operators"), refusal(fit));
    }

    @Test
    void lacksRam() {
        Fit fit = new Fit(UNO, figures(Core.AVR, 1_000, 500, 6_000, 300, 4_000, 10, 100));
        assertEquals(
                "m.tflite: does not fit arduino-uno: needs about 4,174 bytes of RAM, 2,126 more than it has"
                        + " (most of it arena, 4,000 bytes); try smaller inputs or early layers, or a device with more RAM",
                refusal(fit));
        assertEquals("arena, 4,000 bytes", fit.dominant());
    }

    @Test
    void lacksBoth() {
        Fit fit = new Fit(UNO, figures(Core.AVR, 100_000, 500, 6_000, 300, 100, 4_000, 100));
        assertTrue(refusal(fit).contains("of flash, ") && refusal(fit).contains("of RAM, "), refusal(fit));
        assertTrue(refusal(fit).endsWith("mote inspect --device all"), refusal(fit));
        assertEquals(1, refusal(fit).lines().count());
    }

    @Test
    void constantsMayHaveLessRoomThanFlash() {
        Device mega = Catalogue.of("arduino-mega");
        assertTrue(new Fit(mega, figures(Core.AVR, 65_036, 500, 6_000, 300, 100, 10, 100)).fits());
        Fit fit = new Fit(mega, figures(Core.AVR, 65_037, 500, 6_000, 300, 100, 10, 100));
        assertEquals(-1, fit.constantMarginBytes());
        assertFalse(fit.fits());
        assertTrue(refusal(fit).contains("needs about 65,537 bytes of flash for constants, 1 more"), refusal(fit));
    }

    @Test
    void namesTheLargestPartOfTheScarcerMemory() {
        assertEquals("output, 900 bytes", dominant(100, 900, 100));
        assertEquals("stack, 900 bytes", dominant(100, 100, 900));
        assertEquals(
                "weights, 20,000 bytes",
                new Fit(UNO, figures(Core.AVR, 20_000, 500, 6_000, 0, 100, 10, 100)).dominant());
    }

    @Test
    void takesFiguresOfItsCoreOnly() {
        Figures figures = figures(Core.CORTEX_M4, 1, 1, 1, 1, 1, 1, 1);
        assertThrows(IllegalArgumentException.class, () -> new Fit(UNO, figures));
    }

    private static String dominant(long arena, long output, long stack) {
        return new Fit(UNO, figures(Core.AVR, 10, 10, 10, 0, arena, output, stack)).dominant();
    }

    private static String refusal(Fit fit) {
        return assertThrows(CheckFailedException.class, () -> fit.require("m.tflite"))
                .getMessage();
    }

    private static Figures figures(
            Core core, long weights, long parameters, long code, long library, long arena, long output, long stack) {
        return new Figures(
                core,
                weights + parameters + code,
                weights,
                parameters,
                code,
                library,
                arena,
                arena,
                arena,
                0,
                output,
                0,
                stack,
                1_000,
                OptionalLong.empty());
    }
}
