package dev.mote.codegen;

/**
 * What to generate.
 *
 * @param name prefix of functions and files: usable in C, see {@link CNames}
 * @param core whose kernels and figures are wanted
 * @param goal what to spare
 */
public record Target(String name, ProjectKind kind, Core core, Goal goal) {
    /** @throws dev.mote.model.BadInputException if C cannot take the name */
    public Target {
        CNames.requireUsable(name);
    }

    /** Between size and speed. */
    public Target(String name, ProjectKind kind, Core core) {
        this(name, kind, core, Goal.BALANCED);
    }

    /** For any core. */
    public Target(String name, ProjectKind kind) {
        this(name, kind, Core.PORTABLE);
    }

    /** The plain project, named after the model's file. */
    public static Target plain(String fileName) {
        return new Target(CNames.fromFile(fileName), ProjectKind.PLAIN);
    }
}
