package dev.mote.model.graph;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** What an operator demands of the element types of its tensors, where these differ from one another. */
final class TypeDemands {
    private final CheckedNode node;
    private boolean sound = true;

    TypeDemands(CheckedNode node) {
        this.node = node;
    }

    /** Whether all demands so far were met. */
    boolean areMet() {
        return sound;
    }

    TypeDemands input(int position, Set<TensorType> types) {
        Tensor tensor = node.input(position);
        String what = node.node().inputs().size() == 1 ? "input" : "input " + position;
        return require(tensor, what, types, Remedies.ofType(tensor.type()));
    }

    TypeDemands input(int position, TensorType type) {
        return input(position, EnumSet.of(type));
    }

    TypeDemands output(Set<TensorType> types) {
        return output(types, Remedies.ofType(node.output().type()));
    }

    TypeDemands output(Set<TensorType> types, String remedy) {
        return require(node.output(), "output", types, remedy);
    }

    TypeDemands output(TensorType type) {
        return output(EnumSet.of(type));
    }

    /** Axes and the like: known before the run. */
    TypeDemands constantIntegers(int position, String what) {
        Tensor tensor = node.input(position);
        require(tensor, what, EnumSet.of(TensorType.INT32, TensorType.INT64), Remedies.ofType(tensor.type()));
        if (!tensor.isConstant()) {
            sound = false;
            node.error(
                    "TFL-41", what + ": computed, expected a constant", "fold it into a constant, then export again");
        }
        return this;
    }

    private TypeDemands require(Tensor tensor, String what, Set<TensorType> types, String remedy) {
        if (!types.contains(tensor.type())) {
            sound = false;
            node.error("TFL-40", what + " is " + tensor.type() + ", expected " + text(types), remedy);
        }
        return this;
    }

    private static String text(Set<TensorType> types) {
        return types.stream().map(TensorType::toString).collect(Collectors.joining(" or "));
    }
}
