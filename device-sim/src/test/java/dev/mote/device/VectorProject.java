package dev.mote.device;

import dev.mote.codegen.CNames;
import dev.mote.codegen.CProject;
import dev.mote.codegen.Codegen;
import dev.mote.codegen.ModelSource;
import dev.mote.codegen.ProjectKind;
import dev.mote.codegen.Target;
import dev.mote.model.BadInputException;
import dev.mote.model.vectors.VectorCase;
import java.util.List;
import java.util.Optional;

/**
 * The C project of a case.
 *
 * @param project empty if Mote refuses the model, or a layer is larger than its C kernel takes
 * @param refusal the first line of what it says then
 */
record VectorProject(VectorCase vectors, Optional<CProject> project, Optional<String> refusal) {

    /** Of every case, those that the reference refuses too; generated once. */
    static List<VectorProject> all() {
        return All.PROJECTS;
    }

    private static final class All {
        private static final List<VectorProject> PROJECTS =
                VectorCase.all().map(VectorProject::of).toList();
    }

    private static VectorProject of(VectorCase vectors) {
        String file = vectors.name() + ".tflite";
        Target target = new Target(CNames.fromFile(file), ProjectKind.PLAIN);
        try {
            CProject project =
                    Codegen.generate(vectors.read().requireValid(), new ModelSource(file, vectors.model()), target);
            return new VectorProject(vectors, Optional.of(project), Optional.empty());
        } catch (BadInputException e) {
            return new VectorProject(
                    vectors, Optional.empty(), e.getMessage().lines().findFirst());
        }
    }
}
