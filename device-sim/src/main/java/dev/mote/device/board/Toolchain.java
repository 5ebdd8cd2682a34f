package dev.mote.device.board;

import java.util.List;

/** A cross compiler of a family of cores, as Debian packages it. */
enum Toolchain {
    ARM("arm-none-eabi-", List.of("gcc-arm-none-eabi", "libnewlib-arm-none-eabi"), List.of("--specs=nano.specs")),
    RISCV(
            "riscv64-unknown-elf-",
            List.of("gcc-riscv64-unknown-elf", "picolibc-riscv64-unknown-elf"),
            List.of("--specs=picolibc.specs")),
    AVR("avr-", List.of("gcc-avr", "avr-libc"), List.of());

    private final String prefix;
    private final List<String> packages;
    private final List<String> libraries;

    Toolchain(String prefix, List<String> packages, List<String> libraries) {
        this.prefix = prefix;
        this.packages = packages;
        this.libraries = libraries;
    }

    /** @throws dev.mote.model.MissingToolException if it is not installed */
    String compiler() {
        return new Tool(prefix + "gcc", packages).require();
    }

    /** Prints the sizes of an image's sections. */
    String size() {
        return new Tool(prefix + "size", packages).require();
    }

    /** Options that choose the C library. */
    List<String> libraries() {
        return libraries;
    }

    /** What to say where the compiler is there and something of it is not. */
    String incomplete(String found) {
        return prefix + "gcc: is not complete (" + found + "); install it (Debian: apt install "
                + String.join(" ", packages) + ")";
    }
}
