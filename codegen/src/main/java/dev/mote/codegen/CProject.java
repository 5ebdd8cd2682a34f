package dev.mote.codegen;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Generated files, in memory. The same model, source and target give the same bytes.
 *
 * @param name prefix of functions and files
 * @param files text by file name; all in one folder
 * @param inputLengths elements of each graph input, an int8 each
 * @param outputLengths elements of each graph output, an int8 each
 */
public record CProject(
        String name,
        ProjectKind kind,
        SortedMap<String, String> files,
        Figures figures,
        List<Integer> inputLengths,
        List<Integer> outputLengths) {
    public CProject {
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
        inputLengths = List.copyOf(inputLengths);
        outputLengths = List.copyOf(outputLengths);
    }

    /**
     * Writes the files into {@code folder}, all or none; other files there stay as they are, but for unchanged ones of an earlier run
     * that the project no longer has.
     *
     * @throws dev.mote.model.BadInputException if the folder cannot be written
     */
    public void write(Path folder) {
        new ProjectFolder(folder).write(kind == ProjectKind.PLAIN ? name : name + "_" + kind.option(), files);
    }
}
