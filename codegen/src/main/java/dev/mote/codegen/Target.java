package dev.mote.codegen;

/**
 * What to generate.
 *
 * @param name prefix of functions and files: usable in C, see {@link CNames}
 */
public record Target(String name, ProjectKind kind) {
    /** @throws dev.mote.model.BadInputException if C cannot take the name */
    public Target {
        CNames.requireUsable(name);
    }

    /** The plain project, named after the model's file. */
    public static Target plain(String fileName) {
        return new Target(CNames.fromFile(fileName), ProjectKind.PLAIN);
    }
}
