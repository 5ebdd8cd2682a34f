package dev.mote.trainer.recipe;

import dev.mote.model.BadInputException;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The layers of a recipe have to be one graph without cycles: each reads layers before it, and all lead to the last. */
final class CheckBranches {
    private final Recipe recipe;

    private CheckBranches(Recipe recipe) {
        this.recipe = recipe;
    }

    static void of(Recipe recipe) {
        CheckBranches check = new CheckBranches(recipe);
        check.refuseUnknownNames();
        check.refuseUnusedLayers();
    }

    private void refuseUnknownNames() {
        List<String> names = recipe.layers().stream().map(NamedLayer::name).toList();
        Set<String> before = new LinkedHashSet<>(List.of(NamedLayer.INPUT));
        for (int i = 0; i < names.size(); i++) {
            for (String name : recipe.layers().get(i).from()) {
                if (!before.contains(name)) {
                    throw error(
                            i,
                            names.contains(name)
                                    ? "from is '" + name + "', which does not stand before it, expected a layer before"
                                            + " it: change the order, there are no cycles"
                                    : "from is '" + name + "', which no layer is called"
                                            + NearestName.hint(name, before));
                }
            }
            before.add(names.get(i));
        }
    }

    private void refuseUnusedLayers() {
        Set<String> used = new HashSet<>();
        recipe.layers().forEach(entry -> used.addAll(entry.from()));
        for (int i = 0; i < recipe.layers().size() - 1; i++) {
            String name = recipe.layers().get(i).name();
            if (!used.contains(name)) {
                throw error(i, "no layer reads '" + name + "'; name it in the from of a later layer, or remove it");
            }
        }
    }

    private BadInputException error(int layer, String problem) {
        return new BadInputException(recipe.place(layer) + ": " + problem);
    }
}
