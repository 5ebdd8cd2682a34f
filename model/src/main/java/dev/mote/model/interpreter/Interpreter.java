package dev.mote.model.interpreter;

import dev.mote.model.graph.FloatModel;
import dev.mote.model.graph.Graph;
import dev.mote.model.graph.GraphVerifier;
import dev.mote.model.graph.Int8Model;
import dev.mote.model.lowered.Lowering;
import dev.mote.model.lowered.Program;
import dev.mote.model.lowered.Step;
import java.util.List;
import java.util.function.Function;

/**
 * Runs a graph in Java: int8 with exactly TFLM's bytes, float32 for reference. Immutable and shared by threads; each thread takes its
 * own {@link Invocation}.
 */
public final class Interpreter {
    /** Multiply-accumulates from which on vectors pay: the compiler takes some seconds to make them fast. */
    private static final double WORTH_VECTORS = 3e9;

    private final Program program;
    private final List<Kernel> kernels;
    private final List<Kernel> plainKernels;

    private Interpreter(Program program, Function<Step, Kernel> kernels) {
        this.program = program;
        this.kernels = program.steps().stream().map(kernels).toList();
        this.plainKernels = program.steps().stream().map(Kernels::of).toList();
    }

    public static Interpreter of(FloatModel model) {
        return new Interpreter(Lowering.lower(model), FastKernels::of);
    }

    public static Interpreter of(Int8Model model) {
        return new Interpreter(Lowering.lower(model), FastKernels::of);
    }

    /** @throws dev.mote.model.graph.InvalidModelException with every finding if the graph breaks a rule */
    public static Interpreter of(Graph graph) {
        GraphVerifier.requireValid(graph);
        return new Interpreter(Lowering.lower(graph), FastKernels::of);
    }

    /** As {@link #of(Graph)}, with the plain kernel for every layer: the reference that fast ones are tested against. */
    public static Interpreter plain(Graph graph) {
        GraphVerifier.requireValid(graph);
        return new Interpreter(Lowering.lower(graph), Kernels::of);
    }

    /** @param graph without errors in tensors and nodes; its ends do not matter */
    static Interpreter ofSound(Graph graph) {
        return new Interpreter(Lowering.lower(graph), Kernels::of);
    }

    public Program program() {
        return program;
    }

    /** Fresh working memory for one thread. */
    public Invocation invocation() {
        return new Invocation(program.graph(), kernels);
    }

    /** As {@link #invocation()}, where all threads together make {@code runs} runs: few of them are faster with plain kernels. */
    public Invocation invocation(int runs) {
        boolean worthVectors = (double) runs * program.macs() >= WORTH_VECTORS;
        return new Invocation(program.graph(), worthVectors ? kernels : plainKernels);
    }
}
