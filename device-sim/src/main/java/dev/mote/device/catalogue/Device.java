package dev.mote.device.catalogue;

import dev.mote.codegen.Core;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * A board that people own.
 *
 * @param name in lower case with hyphens
 * @param aliases other names that are understood
 * @param title as its maker calls it
 * @param board the emulated board that runs its core, or "" if there is none
 * @param flashBytes that an application can use
 * @param ramBytes that an application can use in one piece for its static data and stack
 * @param constantBytes that constants can take of the flash, where that is less
 * @param memory which flash and RAM that is
 * @param flashAccess how fast instructions and weights come
 * @param clockHertz highest, at which {@code activeAmperes} holds
 * @param volts of the supply that the currents hold for; empty of a core in an FPGA
 * @param activeAmperes of the microcontroller alone while it computes, without radio; empty where no figure was found
 * @param sleepAmperes in a sleep from which a timer or a pin wakes it; empty where no figure was found
 * @param sources of the figures: document and table
 */
public record Device(
        String name,
        List<String> aliases,
        String title,
        String microcontroller,
        Core core,
        String board,
        long flashBytes,
        long ramBytes,
        OptionalLong constantBytes,
        String memory,
        FlashAccess flashAccess,
        long clockHertz,
        Fpu fpu,
        boolean dsp,
        boolean mve,
        OptionalDouble volts,
        OptionalDouble activeAmperes,
        OptionalDouble sleepAmperes,
        List<String> sources) {

    /** Floating point in hardware. */
    public enum Fpu {
        NONE,
        SINGLE,
        DOUBLE
    }

    /** Where instructions and weights come from, and how they are sped up. */
    public enum FlashAccess {
        /** Without wait states: slow clocks, tightly coupled memory. */
        DIRECT,
        /** Flash in the microcontroller with wait states, behind a cache, prefetch or accelerator. */
        ON_CHIP,
        /** A flash chip beside it, behind a cache. */
        EXTERNAL
    }

    public Device {
        aliases = List.copyOf(aliases);
        sources = List.copyOf(sources);
    }

    boolean isCalled(String text) {
        return name.equals(text) || aliases.contains(text);
    }
}
