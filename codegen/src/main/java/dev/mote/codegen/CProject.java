package dev.mote.codegen;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Generated files, in memory. The same model, source and target give the same bytes.
 *
 * @param name prefix of functions and files
 * @param files text by path below the project's folder, with {@code /}; plain and array projects are flat
 * @param editable those of the files that are their user's to change: once changed, they stay
 * @param inputs graph inputs, in order
 * @param outputs graph outputs, in order
 * @param stateBytes first bytes of the arena that last from run to run; 0 without state
 */
public record CProject(
        String name,
        ProjectKind kind,
        SortedMap<String, String> files,
        Set<String> editable,
        Figures figures,
        List<End> inputs,
        List<End> outputs,
        int stateBytes) {

    /**
     * A graph input or output as C sees it.
     *
     * @param type C type of an element
     * @param length elements
     * @param inArena whether it has a place in the arena: {@code <name>_input}, {@code <name>_output}
     */
    public record End(String type, int length, int bytes, boolean inArena) {}

    public CProject {
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
        editable = Set.copyOf(editable);
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
    }

    /** With nothing to change in it. */
    public CProject(
            String name,
            ProjectKind kind,
            SortedMap<String, String> files,
            Figures figures,
            List<End> inputs,
            List<End> outputs,
            int stateBytes) {
        this(name, kind, files, Set.of(), figures, inputs, outputs, stateBytes);
    }

    /**
     * Writes the files into {@code folder}, all or none; other files there stay as they are, but for unchanged ones of an earlier run
     * that the project no longer has.
     *
     * @return the editable files that stayed as their user changed them
     * @throws dev.mote.model.BadInputException if the folder cannot be written, or holds somebody else's file of an editable file's name
     */
    public List<String> write(Path folder) {
        return new ProjectFolder(folder)
                .write(kind == ProjectKind.PLAIN ? name : name + "_" + kind.option(), files, editable);
    }
}
