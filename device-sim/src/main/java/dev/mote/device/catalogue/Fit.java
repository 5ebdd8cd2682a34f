package dev.mote.device.catalogue;

import dev.mote.codegen.Core;
import dev.mote.codegen.Figures;
import dev.mote.model.CheckFailedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Whether a model fits a device, by estimates for its core.
 *
 * @param figures of the device's core
 */
public record Fit(Device device, Figures figures) {
    /** @throws IllegalArgumentException if the figures are those of another core */
    public Fit {
        if (figures.core() != device.core()) {
            throw new IllegalArgumentException(figures.core() + " is not the core of " + device.name());
        }
    }

    /** Flash for the vector table, start-up and a small main. */
    public long reservedFlashBytes() {
        return device.core() == Core.AVR ? 512 : 1024;
    }

    /** RAM for static data of start-up and libraries, and for the stack of main and one interrupt. */
    public long reservedRamBytes() {
        return device.core() == Core.AVR ? 64 : 256;
    }

    public long neededFlashBytes() {
        return figures.flashBytes() + figures.libraryBytes() + reservedFlashBytes();
    }

    public long neededRamBytes() {
        return figures.ramBytes() + reservedRamBytes();
    }

    /** Flash that is left; negative if the model does not fit. */
    public long flashMarginBytes() {
        return device.flashBytes() - neededFlashBytes();
    }

    /** RAM that is left; negative if the model does not fit. */
    public long ramMarginBytes() {
        return device.ramBytes() - neededRamBytes();
    }

    public boolean fits() {
        return flashMarginBytes() >= 0 && ramMarginBytes() >= 0 && constantMarginBytes() >= 0;
    }

    /** What constants leave of the part of flash that they can take; without limit on most devices. */
    public long constantMarginBytes() {
        return device.constantBytes().orElse(Long.MAX_VALUE) - figures.weightsBytes() - figures.parameterBytes();
    }

    /** What takes most of the scarcer memory, as {@code weights, 27,253 bytes}. */
    public String dominant() {
        double flash = (double) neededFlashBytes() / device.flashBytes();
        double ram = (double) neededRamBytes() / device.ramBytes();
        return constantMarginBytes() < 0 || flash > ram ? dominantInFlash() : dominantInRam();
    }

    private String dominantInFlash() {
        return figures.weightsBytes() >= figures.codeBytes() + figures.libraryBytes()
                ? bytes("weights", figures.weightsBytes())
                : bytes("code", figures.codeBytes() + figures.libraryBytes());
    }

    private String dominantInRam() {
        if (figures.arenaBytes() >= Math.max(figures.stackBytes(), figures.outputBytes())) {
            return bytes("arena", figures.arenaBytes());
        }
        return figures.outputBytes() >= figures.stackBytes()
                ? bytes("output", figures.outputBytes())
                : bytes("stack", figures.stackBytes());
    }

    /** @throws CheckFailedException in one line, if the model does not fit */
    public void require(String model) {
        if (!fits()) {
            throw new CheckFailedException(
                    model + ": does not fit " + device.name() + ": " + String.join(", ", lacks()) + "; " + remedy());
        }
    }

    private List<String> lacks() {
        List<String> lacks = new ArrayList<>();
        if (flashMarginBytes() < 0) {
            lacks.add(
                    lack("flash", neededFlashBytes(), device.flashBytes()) + " (most of it " + dominantInFlash() + ")");
        }
        if (flashMarginBytes() >= 0 && constantMarginBytes() < 0) {
            lacks.add(lack(
                            "flash for constants",
                            figures.weightsBytes() + figures.parameterBytes(),
                            device.constantBytes().orElseThrow())
                    + " (most of it " + dominantInFlash() + ")");
        }
        if (ramMarginBytes() < 0) {
            lacks.add(lack("RAM", neededRamBytes(), device.ramBytes()) + " (most of it " + dominantInRam() + ")");
        }
        return lacks;
    }

    private static String lack(String memory, long needed, long available) {
        return String.format(
                Locale.ROOT, "needs about %,d bytes of %s, %,d more than it has", needed, memory, needed - available);
    }

    private String remedy() {
        boolean flash = flashMarginBytes() < 0 || constantMarginBytes() < 0;
        if (!flash) {
            return "try smaller inputs or early layers, or a device with more RAM";
        }
        return ramMarginBytes() < 0
                ? "try a smaller network, or a larger device: mote inspect --device all"
                : figures.weightsBytes() >= figures.codeBytes()
                        ? "try fewer filters or units, or a device with more flash"
                        : "try fewer kinds of operators, or a device with more flash";
    }

    private static String bytes(String what, long bytes) {
        return String.format(Locale.ROOT, "%s, %,d bytes", what, bytes);
    }
}
