package dev.mote.trainer.recipe;

import dev.mote.model.stream.PostProcessing;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Builds a {@link Recipe} in Java, layer by layer, also with branches. Wrong values throw {@link InvalidValueException}. */
public final class Sequential {
    private final String name;
    private final List<NamedLayer> layers = new ArrayList<>();
    private final Set<String> layerNames = new HashSet<>();
    private final Map<String, Integer> layersOfType = new HashMap<>();
    private RecipeData data = RecipeData.NONE;
    private InputOptions input = InputOptions.NONE;
    private Optional<FrontEndOptions> frontEnd = Optional.empty();
    private long seed = 1;
    private Loss loss;
    private Optimizer optimizer = Optimizer.Adam.DEFAULT;
    private LearningRateSchedule schedule = new LearningRateSchedule.Constant();
    private int epochs = 10;
    private int batchSize = 32;
    private double validationSplit;
    private boolean validationByGroup = true;
    private boolean stratify = true;
    private Clipping clipping = Clipping.NONE;
    private ClassWeights classWeights = ClassWeights.NONE;
    private ReduceOnPlateau reduceOnPlateau;
    private EarlyStopping earlyStopping;
    private double labelSmoothing;
    private int averageLastEpochs = 1;
    private Augmentation augmentation = Augmentation.NONE;
    private QuantizationAwareness quantization;
    private PostProcessing postProcessing = PostProcessing.NONE;

    private Sequential(String name) {
        this.name = name;
    }

    /** @param name of the model: a C identifier */
    public static Sequential named(String name) {
        return new Sequential(name);
    }

    /** The layer is named after its type, {@code conv2d}, {@code conv2d_1}, ..., and reads the one before it. */
    public Sequential add(Layer layer) {
        return add(Optional.empty(), List.of(), layer, 0);
    }

    /** The layer reads the one before it. */
    public Sequential add(String layerName, Layer layer) {
        return add(Optional.of(layerName), List.of(), layer, 0);
    }

    /** @param from the layers that it reads, or {@link NamedLayer#INPUT} */
    public Sequential add(String layerName, List<String> from, Layer layer) {
        return add(Optional.of(layerName), from, layer, 0);
    }

    /** @param from empty: the layer before it */
    Sequential add(Optional<String> layerName, List<String> from, Layer layer, int line) {
        String unique = layerName.orElseGet(() -> nextName(layer.type()));
        List<String> sources = from.isEmpty() ? List.of(lastName()) : from;
        if (!layerNames.add(unique)) {
            throw new InvalidValueException("name", "'" + unique + "', which another layer has: use each name once");
        }
        layers.add(new NamedLayer(unique, sources, layer, line));
        return this;
    }

    private String lastName() {
        return layers.isEmpty() ? NamedLayer.INPUT : layers.getLast().name();
    }

    private String nextName(String type) {
        int count = layersOfType.merge(type, 1, Integer::sum);
        return count == 1 ? type : type + "_" + (count - 1);
    }

    /** Name of the data set that the recipe is meant for. */
    public Sequential data(String name) {
        return data(RecipeData.named(name));
    }

    public Sequential data(RecipeData data) {
        this.data = data;
        return this;
    }

    public Sequential input(InputOptions input) {
        this.input = input;
        return this;
    }

    public Sequential frontEnd(FrontEndOptions options) {
        return frontEnd(Optional.of(options));
    }

    Sequential frontEnd(Optional<FrontEndOptions> options) {
        this.frontEnd = options;
        return this;
    }

    public Sequential seed(long seed) {
        this.seed = seed;
        return this;
    }

    public Sequential loss(Loss loss) {
        this.loss = loss;
        return this;
    }

    public Sequential optimizer(Optimizer optimizer) {
        this.optimizer = optimizer;
        return this;
    }

    public Sequential schedule(LearningRateSchedule schedule) {
        this.schedule = schedule;
        return this;
    }

    public Sequential epochs(int epochs) {
        this.epochs = epochs;
        return this;
    }

    public Sequential batchSize(int batchSize) {
        this.batchSize = batchSize;
        return this;
    }

    public Sequential validationSplit(double validationSplit) {
        this.validationSplit = validationSplit;
        return this;
    }

    public Sequential validationByGroup(boolean validationByGroup) {
        this.validationByGroup = validationByGroup;
        return this;
    }

    public Sequential stratify(boolean stratify) {
        this.stratify = stratify;
        return this;
    }

    public Sequential clipping(Clipping clipping) {
        this.clipping = clipping;
        return this;
    }

    public Sequential classWeights(ClassWeights classWeights) {
        this.classWeights = classWeights;
        return this;
    }

    public Sequential reduceOnPlateau(ReduceOnPlateau reduceOnPlateau) {
        this.reduceOnPlateau = reduceOnPlateau;
        return this;
    }

    public Sequential earlyStopping(EarlyStopping earlyStopping) {
        this.earlyStopping = earlyStopping;
        return this;
    }

    public Sequential labelSmoothing(double labelSmoothing) {
        this.labelSmoothing = labelSmoothing;
        return this;
    }

    public Sequential averageLastEpochs(int averageLastEpochs) {
        this.averageLastEpochs = averageLastEpochs;
        return this;
    }

    public Sequential augmentation(Augmentation augmentation) {
        this.augmentation = augmentation;
        return this;
    }

    public Sequential quantization(QuantizationAwareness quantization) {
        this.quantization = quantization;
        return this;
    }

    public Sequential postProcessing(PostProcessing postProcessing) {
        this.postProcessing = postProcessing;
        return this;
    }

    public Recipe build() {
        return build("");
    }

    Recipe build(String source) {
        TrainingOptions training = new TrainingOptions(
                loss,
                optimizer,
                schedule,
                epochs,
                batchSize,
                validationSplit,
                validationByGroup,
                stratify,
                clipping,
                classWeights,
                Optional.ofNullable(reduceOnPlateau),
                Optional.ofNullable(earlyStopping),
                labelSmoothing,
                averageLastEpochs,
                augmentation,
                Optional.ofNullable(quantization));
        return new Recipe(source, name, data, input, frontEnd, seed, layers, training, postProcessing)
                .withCheckedBranches();
    }
}
