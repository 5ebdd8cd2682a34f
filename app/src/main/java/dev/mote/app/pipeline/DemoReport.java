package dev.mote.app.pipeline;

import dev.mote.app.Version;
import dev.mote.app.report.DatasetSummary;
import dev.mote.app.report.Figures;
import dev.mote.app.report.FlippedSample;
import dev.mote.app.report.Layer;
import dev.mote.app.report.ModelSummary;
import dev.mote.app.report.ReportData;
import dev.mote.app.report.TensorRange;
import dev.mote.app.report.WrittenFile;
import dev.mote.dataset.Dataset;
import dev.mote.dataset.Samples;
import dev.mote.device.compare.LayerHistograms;
import dev.mote.model.frontend.InputPath;
import dev.mote.model.graph.Graph;
import dev.mote.model.graph.Node;
import dev.mote.model.graph.OperatorNames;
import dev.mote.model.graph.Tensor;
import dev.mote.model.lowered.Lowering;
import dev.mote.model.lowered.Program;
import dev.mote.model.lowered.Step;
import dev.mote.quantizer.LayerReport;
import dev.mote.quantizer.QuantizationResult;
import dev.mote.trainer.TrainedModel;
import dev.mote.trainer.recipe.Recipe;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What {@code report.html} shows of a run. */
final class DemoReport {
    private DemoReport() {}

    static ReportData data(
            Recipe recipe,
            Dataset dataset,
            TrainedModel trained,
            SampleCounts counts,
            QuantizationResult quantized,
            Compared compared,
            RunFolder run) {
        Graph graph = quantized.model().graph();
        Program program = Lowering.lower(quantized.model());
        InputPath path = InputPath.of(graph);
        Samples test = dataset.withChannels(path.channels()).test();
        return new ReportData(
                recipe.name(),
                Version.text(),
                DatasetSummary.of(dataset),
                new ModelSummary(
                        graph.tensor(graph.inputs().getFirst()).shape().toString(),
                        recipe.toYaml(),
                        OptionalLong.of(recipe.seed()),
                        graph.card().facts()),
                figures(compared),
                compared.comparison(),
                Epochs.of(trained.history()),
                Optional.of(TrainingResult.generalization(
                        dataset, trained, counts, compared.comparison().real())),
                LayerHistograms.of(trained.model(), test, path),
                LayerHistograms.of(quantized.model(), test, path),
                layers(program, quantized),
                quantized.report().tensors().stream()
                        .map(tensor -> new TensorRange(
                                tensor.name(),
                                tensor.rangeMin(),
                                tensor.rangeMax(),
                                tensor.scale(),
                                tensor.zeroPoint()))
                        .toList(),
                Optional.of(MemoryMaps.of(program)),
                flips(compared, dataset.test()),
                files(run.folder()));
    }

    private static Figures figures(Compared compared) {
        return new Figures(
                OptionalLong.of(compared.cMismatches()),
                compared.figures().weightsBytes(),
                compared.figures().arenaBytes(),
                OptionalLong.of(compared.figures().flashBytes()),
                compared.figures().macs());
    }

    private static List<Layer> layers(Program program, QuantizationResult quantized) {
        Map<String, LayerReport> reports = new HashMap<>();
        quantized.report().layers().forEach(layer -> reports.put(layer.name(), layer));
        return program.steps().stream()
                .map(step -> layer(program.graph(), step, reports))
                .toList();
    }

    private static Layer layer(Graph graph, Step step, Map<String, LayerReport> reports) {
        Node node = graph.nodes().get(step.node());
        Tensor output = graph.tensor(step.output());
        String name = output.name();
        LayerReport report = reports.get(name);
        return new Layer(
                name,
                OperatorNames.of(node.operator()),
                output.shape().toString(),
                step.layer().macs(),
                constantBytes(graph, node),
                report == null ? OptionalDouble.empty() : OptionalDouble.of(report.sqnrDb()));
    }

    /** Weights and biases as they are in the file. */
    private static long constantBytes(Graph graph, Node node) {
        return IntStream.range(0, node.inputs().size())
                .filter(node::hasInput)
                .mapToObj(position -> graph.input(node, position))
                .flatMap(tensor -> tensor.data().stream())
                .mapToLong(data -> data.size())
                .sum();
    }

    private static List<FlippedSample> flips(Compared compared, Samples samples) {
        return compared.comparison().flips().stream()
                .limit(ReportData.SHOWN_FLIPS)
                .map(flip -> new FlippedSample(flip, samples.values(flip.sample())))
                .toList();
    }

    private static List<WrittenFile> files(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.getFileName().toString().startsWith("report."))
                    .filter(file -> !new RunFolder(folder).passing().contains(file))
                    .sorted()
                    .map(file -> new WrittenFile(folder.relativize(file).toString(), size(file)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
