package dev.mote.trainer.network;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.SplittableRandom;

/** The values of all parameters of a network, by name. Immutable, equal by value. */
public final class Weights {
    private final SequencedMap<String, float[]> arrays;

    private Weights(SequencedMap<String, float[]> arrays) {
        this.arrays = arrays;
    }

    /** @param arrays one for each parameter of {@link Network#parameters}; they become part of the weights */
    public static Weights of(List<Parameter> parameters, List<float[]> arrays) {
        SequencedMap<String, float[]> named = new LinkedHashMap<>();
        for (int i = 0; i < parameters.size(); i++) {
            named.put(parameters.get(i).name(), arrays.get(i));
        }
        return new Weights(named);
    }

    /** By name; the arrays become part of the weights. */
    public static Weights named(SequencedMap<String, float[]> arrays) {
        return new Weights(new LinkedHashMap<>(arrays));
    }

    public List<String> names() {
        return List.copyOf(arrays.keySet());
    }

    /** Where training starts: the same seed gives the same weights. */
    public static Weights initial(Network network, SplittableRandom random) {
        SequencedMap<String, float[]> arrays = new LinkedHashMap<>();
        for (Parameter parameter : network.parameters()) {
            arrays.put(parameter.name(), InitialValues.of(parameter, random.split()));
        }
        return new Weights(arrays);
    }

    /** Element by element, summed as doubles. */
    public static Weights mean(List<Weights> all) {
        SequencedMap<String, float[]> means = new LinkedHashMap<>();
        for (String name : all.getFirst().arrays.keySet()) {
            float[] mean = new float[all.getFirst().arrays.get(name).length];
            for (int i = 0; i < mean.length; i++) {
                double sum = 0;
                for (Weights weights : all) {
                    sum += weights.arrays.get(name)[i];
                }
                mean[i] = (float) (sum / all.size());
            }
            means.put(name, mean);
        }
        return new Weights(means);
    }

    /** The values of some of the parameters. */
    public Weights only(List<Parameter> parameters) {
        return of(
                parameters,
                parameters.stream().map(parameter -> get(parameter.name())).toList());
    }

    /** A copy of the values of one parameter, as {@code dense/kernel}. */
    public float[] get(String name) {
        return arrays.get(name).clone();
    }

    public boolean has(String name) {
        return arrays.containsKey(name);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Weights weights
                && arrays.keySet().equals(weights.arrays.keySet())
                && arrays.keySet().stream().allMatch(name -> Arrays.equals(arrays.get(name), weights.arrays.get(name)));
    }

    @Override
    public int hashCode() {
        return arrays.values().stream().mapToInt(Arrays::hashCode).sum();
    }
}
