package dev.mote.device;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * How generated C is built and run on this machine.
 *
 * @param options of the compiler, besides {@code -std=c99}
 * @param limit of one run
 */
public record HostBuild(HostCompiler compiler, List<String> options, Duration limit) {
    private static final List<String> WARNINGS =
            List.of("-Wall", "-Wextra", "-Wconversion", "-Wshadow", "-Wundef", "-Wpedantic", "-Werror");

    public HostBuild {
        options = List.copyOf(options);
    }

    /** Fast code; warnings stay the compiler's business. */
    public static HostBuild optimized(HostCompiler compiler) {
        return new HostBuild(compiler, List.of("-O2"), Duration.ofMinutes(10));
    }

    /** Code as it is written, which compiles fastest. */
    public static HostBuild unoptimized(HostCompiler compiler) {
        return new HostBuild(compiler, List.of("-O0"), Duration.ofMinutes(10));
    }

    /** Every warning of the house style is an error. */
    public HostBuild withWarningsAsErrors() {
        return with(WARNINGS);
    }

    /** Stops at the first memory error and the first undefined behaviour. */
    public HostBuild withSanitizers() {
        return with(List.of("-g", "-fsanitize=address,undefined", "-fno-sanitize-recover=all"));
    }

    public HostBuild with(List<String> more) {
        List<String> all = new ArrayList<>(options);
        all.addAll(more);
        return new HostBuild(compiler, all, limit);
    }

    public HostBuild withLimit(Duration longest) {
        return new HostBuild(compiler, options, longest);
    }
}
