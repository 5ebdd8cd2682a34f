package dev.mote.model.layout;

import dev.mote.model.graph.Graph;
import dev.mote.model.graph.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A graph as boxes and arrows: its inputs, its operators, its outputs, and the tensors that lead from one to the next. Also of a graph that
 * breaks rules: what leads nowhere or backwards has no arrow.
 *
 * @param boxes inputs first, outputs last
 */
public record Outline(List<Box> boxes, List<Arrow> arrows) {
    public Outline {
        boxes = List.copyOf(boxes);
        arrows = List.copyOf(arrows);
    }

    public enum Kind {
        INPUT,
        OPERATOR,
        OUTPUT
    }

    /** @param index position among the inputs, operators or outputs of the graph */
    public record Box(Kind kind, int index) {}

    /**
     * @param tensor that is written by one box and read by the other
     * @param share where on the lower edge of the box it leaves: its place among the box's outputs
     */
    public record Arrow(int from, int to, int tensor, double share) {
        public Link link() {
            return new Link(from, share, to);
        }
    }

    private record Origin(int box, double share) {}

    public static Outline of(Graph graph) {
        List<Box> boxes = new ArrayList<>();
        List<Arrow> arrows = new ArrayList<>();
        Map<Integer, Origin> origins = new HashMap<>();
        for (int input = 0; input < graph.inputs().size(); input++) {
            origins.putIfAbsent(graph.inputs().get(input), new Origin(boxes.size(), 0.5));
            boxes.add(new Box(Kind.INPUT, input));
        }
        for (int index = 0; index < graph.nodes().size(); index++) {
            Node node = graph.nodes().get(index);
            arrive(boxes.size(), node.inputs(), origins, arrows);
            for (int output = 0; output < node.outputs().size(); output++) {
                double share = (output + 1.0) / (node.outputs().size() + 1);
                origins.putIfAbsent(node.outputs().get(output), new Origin(boxes.size(), share));
            }
            boxes.add(new Box(Kind.OPERATOR, index));
        }
        for (int output = 0; output < graph.outputs().size(); output++) {
            arrive(boxes.size(), List.of(graph.outputs().get(output)), origins, arrows);
            boxes.add(new Box(Kind.OUTPUT, output));
        }
        return new Outline(boxes, arrows);
    }

    /** One arrow a tensor, also where an operator reads it twice. */
    private static void arrive(int box, List<Integer> tensors, Map<Integer, Origin> origins, List<Arrow> arrows) {
        tensors.stream().distinct().filter(origins::containsKey).forEach(tensor -> {
            Origin origin = origins.get(tensor);
            arrows.add(new Arrow(origin.box(), box, tensor, origin.share()));
        });
    }

    public List<Link> links() {
        return arrows.stream().map(Arrow::link).toList();
    }
}
