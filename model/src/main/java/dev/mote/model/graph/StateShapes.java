package dev.mote.model.graph;

import java.util.Arrays;

/** Shapes of the tensors of SVDF and LSTM. Source: their preparation steps in TFLM. */
final class StateShapes {
    private final CheckedNode node;
    private final long[] in;

    private StateShapes(CheckedNode node) {
        this.node = node;
        this.in = ShapeRules.sizes(node.input());
    }

    static void check(CheckedNode node, Operator.Stateful operator) {
        StateShapes shapes = new StateShapes(node);
        switch (operator) {
            case Operator.Svdf svdf -> shapes.svdf(svdf);
            case Operator.UnidirectionalSequenceLstm lstm -> shapes.lstm(lstm);
        }
    }

    private void svdf(Operator.Svdf svdf) {
        Shape time = node.input(2).shape();
        if (!hasRank(2, "input", in) || !hasRank(2, "time weights", ShapeRules.sizes(node.input(2)))) {
            return;
        }
        long filters = time.dimension(0);
        if (svdf.rank() < 1 || filters % svdf.rank() != 0) {
            node.error(
                    "TFL-32",
                    "rank is " + svdf.rank() + ", expected one that divides " + filters + " filters",
                    "export the model again");
            return;
        }
        long units = filters / svdf.rank();
        require("feature weights", node.input(1), filters, in[1]);
        require("state", node.input(Operator.Svdf.STATE), in[0], filters * time.dimension(1));
        if (node.hasInput(Operator.Svdf.BIAS)) {
            require("bias", node.input(Operator.Svdf.BIAS), units);
        }
        ShapeRules.requireOutput(node, in[0], units);
    }

    private void lstm(Operator.UnidirectionalSequenceLstm lstm) {
        Tensor hidden = node.input(LstmInputs.HIDDEN_STATE);
        if (!hasRank(3, "input", in) || !hasRank(2, "hidden state", ShapeRules.sizes(hidden))) {
            return;
        }
        long batches = in[lstm.timeMajor() ? 1 : 0];
        long units = hidden.shape().dimension(1);
        require("hidden state", hidden, batches, units);
        Tensor cell = node.input(LstmInputs.CELL_STATE);
        if (cell.shape().elements() != batches * units) {
            require("cell state", cell, batches, units);
        }
        for (int gate = 0; gate < LstmInputs.GATES; gate++) {
            require("weights", node.input(LstmInputs.INPUT_WEIGHTS + gate), units, in[2]);
            require("weights", node.input(LstmInputs.HIDDEN_WEIGHTS + gate), units, units);
            require("bias", node.input(LstmInputs.BIAS + gate), units);
        }
        ShapeRules.requireOutput(node, in[0], in[1], units);
    }

    private boolean hasRank(int rank, String what, long[] sizes) {
        if (sizes.length != rank) {
            refuse(what + " has shape " + ShapeRules.text(sizes) + ", expected " + rank + " dimensions");
        }
        return sizes.length == rank;
    }

    private void require(String what, Tensor tensor, long... expected) {
        long[] found = ShapeRules.sizes(tensor);
        if (!Arrays.equals(found, expected)) {
            refuse(what + " " + Places.quote(tensor.name()) + " has shape " + ShapeRules.text(found) + ", expected "
                    + ShapeRules.text(expected));
        }
    }

    private void refuse(String message) {
        node.error("TFL-30", message, "export the model again, with a batch size of 1");
    }
}
