package dev.mote.model.graph;

import java.util.List;

/** Says where in a model something is, the same way in every finding. Names come from files: they are cut and made printable. */
public final class Places {
    public static final String MODEL = "model";

    private static final int LONGEST_NAME = 80;

    private Places() {}

    /** As {@code tensor 12 "stem/bias"}. */
    public static String tensor(int index, String name) {
        return "tensor " + index + " " + quote(name);
    }

    /** As {@code operator 4 CONV_2D "stem"}: the name is that of the first output tensor, left out where there is none. */
    public static String operator(int index, Node node, List<Tensor> tensors) {
        String place = "operator " + index + " " + printable(OperatorNames.of(node.operator()));
        boolean named = !node.outputs().isEmpty() && node.output() >= 0 && node.output() < tensors.size();
        return named ? place + " " + quote(tensors.get(node.output()).name()) : place;
    }

    /** {@code name} in quotes, on one line, of bounded length. */
    public static String quote(String name) {
        return '"' + printable(name) + '"';
    }

    private static String printable(String name) {
        String cut = name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) + "..." : name;
        return cut.replaceAll("[\\p{Cntrl}\\p{Zl}\\p{Zp}]", "?");
    }
}
