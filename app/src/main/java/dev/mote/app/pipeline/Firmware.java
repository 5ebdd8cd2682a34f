package dev.mote.app.pipeline;

import dev.mote.codegen.CProject;
import dev.mote.codegen.Codegen;
import dev.mote.codegen.ModelSource;
import dev.mote.codegen.ProjectKind;
import dev.mote.codegen.Target;
import dev.mote.device.HostBuild;
import dev.mote.device.HostCompiler;
import dev.mote.device.HostFirmware;
import dev.mote.model.graph.Graph;
import dev.mote.model.tflite.TfliteWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** From a model to C, and from the C's answers to a count. */
public final class Firmware {
    private Firmware() {}

    /** The plain C project of {@code model}, which is written to {@code file} or was read from it. */
    public static CProject project(Graph model, Path file) {
        return project(model, file, Target.plain(file.getFileName().toString()));
    }

    /** As {@link #project(Graph, Path)}, under another name. */
    public static CProject project(Graph model, Path file, String name) {
        return project(model, file, new Target(name, ProjectKind.PLAIN));
    }

    private static CProject project(Graph model, Path file, Target target) {
        ModelSource source = new ModelSource(file.getFileName().toString(), TfliteWriter.write(model));
        return Codegen.generate(model, source, target);
    }

    /**
     * The raw outputs of the compiled C for raw {@code inputs}.
     *
     * @param stateful whether a state lasts from one sample to the next
     */
    public static byte[] run(Graph model, Path file, byte[] inputs, boolean stateful) {
        return run(project(model, file), inputs, stateful);
    }

    /** As {@link #run(Graph, Path, byte[], boolean)}, each sample as if nothing went before. */
    static byte[] run(CProject project, byte[] inputs) {
        return run(project, inputs, false);
    }

    /**
     * As {@link #run(Graph, Path, byte[], boolean)}.
     *
     * @throws dev.mote.model.MissingToolException if there is no C compiler
     */
    private static byte[] run(CProject project, byte[] inputs, boolean stateful) {
        HostCompiler compiler = HostCompiler.find(Optional.empty());
        try (HostFirmware firmware = HostFirmware.build(project, HostBuild.optimized(compiler))) {
            return stateful ? firmware.runSequence(0, inputs) : firmware.run(inputs);
        }
    }

    /** How many samples differ in any byte. */
    static int mismatches(List<byte[]> expected, byte[] actual) {
        int mismatches = 0;
        int offset = 0;
        for (byte[] sample : expected) {
            byte[] answer = Arrays.copyOfRange(actual, offset, offset + sample.length);
            mismatches += Arrays.equals(sample, answer) ? 0 : 1;
            offset += sample.length;
        }
        return mismatches;
    }
}
