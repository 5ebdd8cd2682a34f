package dev.mote.model.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Which inputs of SVDF and LSTM are given. Source: their preparation steps in TFLM. */
final class StateOperands {
    private static final int SVDF_INPUTS = 5;

    private final Node node;
    private final String place;
    private final FindingList findings;
    private boolean sound = true;

    private StateOperands(Node node, String place, FindingList findings) {
        this.node = node;
        this.place = place;
        this.findings = findings;
    }

    /** @return whether the operands are all there, so that further rules can look at them */
    static boolean check(Node node, Operator.Stateful operator, String place, FindingList findings) {
        StateOperands operands = new StateOperands(node, place, findings);
        operands.check(operator);
        return operands.sound;
    }

    private void check(Operator.Stateful operator) {
        int count =
                switch (operator) {
                    case Operator.Svdf svdf -> SVDF_INPUTS;
                    case Operator.UnidirectionalSequenceLstm lstm -> LstmInputs.COUNT;
                };
        if (node.inputs().size() != count || node.outputs().size() != 1) {
            refuse(
                    "has " + node.inputs().size() + " inputs and "
                            + node.outputs().size() + " outputs, expected " + count + " and 1",
                    "export the model again with a current converter");
            return;
        }
        switch (operator) {
            case Operator.Svdf svdf ->
                require(IntStream.range(0, SVDF_INPUTS).filter(position -> position != Operator.Svdf.BIAS));
            case Operator.UnidirectionalSequenceLstm lstm -> lstm();
        }
        if (sound) {
            requireOwn(operator);
        }
    }

    private void lstm() {
        IntStream constants = IntStream.concat(LstmInputs.weights(), LstmInputs.biases());
        require(IntStream.concat(constants, IntStream.of(0, LstmInputs.HIDDEN_STATE, LstmInputs.CELL_STATE)));
        refuse("peephole weights", LstmInputs.PEEPHOLE, LstmInputs.BIAS);
        refuse("a projection", LstmInputs.PROJECTION, LstmInputs.HIDDEN_STATE);
        refuse("layer normalization", LstmInputs.NORMALIZATION, LstmInputs.COUNT);
    }

    private void require(IntStream positions) {
        List<Integer> missing = positions
                .filter(position -> !node.hasInput(position))
                .sorted()
                .boxed()
                .toList();
        if (!missing.isEmpty()) {
            refuse("inputs " + missing + " are left out, expected them to be given", "export the model again");
        }
    }

    private void refuse(String what, int from, int to) {
        if (IntStream.range(from, to).anyMatch(node::hasInput)) {
            sound = false;
            findings.error(
                    "TFL-25",
                    place,
                    "has " + what + ", expected the plain LSTM",
                    "use keras.layers.LSTM, train, then export again");
        }
    }

    /** Kernels write a state while they read the other operands. */
    private void requireOwn(Operator.Stateful operator) {
        List<Integer> others = new ArrayList<>(
                Stream.concat(node.inputs().stream(), node.outputs().stream()).toList());
        for (int position : operator.states()) {
            others.remove(node.inputs().get(position));
        }
        long distinct =
                operator.states().stream().map(node.inputs()::get).distinct().count();
        boolean shared = operator.states().stream().map(node.inputs()::get).anyMatch(others::contains);
        if (shared || distinct < operator.states().size()) {
            refuse("names its state more than once", "export the model again");
        }
    }

    private void refuse(String message, String remedy) {
        sound = false;
        findings.error("TFL-24", place, message, remedy);
    }
}
