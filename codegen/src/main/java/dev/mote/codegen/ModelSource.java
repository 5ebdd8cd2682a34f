package dev.mote.codegen;

import java.nio.file.Path;

/**
 * The file that a model came from: what the generated code says about its origin.
 *
 * @param fileName without folders, which differ between machines
 */
public record ModelSource(String fileName, byte[] content) {
    public ModelSource {
        fileName = Path.of(fileName).getFileName().toString();
        content = content.clone();
    }

    @Override
    public byte[] content() {
        return content.clone();
    }

    /** In hexadecimal, as {@code sha256sum} prints it. */
    String sha256() {
        return Sha256.of(content);
    }
}
