package dev.mote.app.studio.runs;

import dev.mote.app.pipeline.RunFolder;
import dev.mote.app.studio.workspace.ModelEntry;
import dev.mote.app.studio.workspace.RunEntry;
import dev.mote.app.studio.workspace.Workspace;
import dev.mote.device.catalogue.Device;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Stream;

/** Puts together what models and files of a run tell. */
@Singleton
final class RunSummaries {
    private final ModelCatalogue models;
    private final ResultFiles results;
    private final Uploads uploads;
    private final DownloadNames names;

    RunSummaries(ModelCatalogue models, ResultFiles results, Uploads uploads, DownloadNames names) {
        this.models = models;
        this.results = results;
        this.uploads = uploads;
        this.names = names;
    }

    /** In the order of their places. */
    List<RunSummary> all(Workspace workspace, Device device) {
        List<RunEntry> runs = workspace.runs();
        List<ModelEntry> all =
                runs.stream().flatMap(run -> run.models().stream()).toList();
        Function<ModelEntry, ModelFacts> known = models.facts(all);
        return runs.stream().map(run -> of(run, device, known)).toList();
    }

    RunSummary of(RunEntry run, Device device) {
        return of(run, device, models::facts);
    }

    private RunSummary of(RunEntry run, Device device, Function<ModelEntry, ModelFacts> known) {
        List<ModelFacts> facts = run.models().stream().map(known).toList();
        RunResults found = results.of(run.files());
        Optional<ModelFacts> main = main(run, facts);
        Optional<String> label = uploads.label(run.files().folder());
        return new RunSummary(
                run.id(),
                label.orElseGet(() -> run.place().isEmpty()
                        ? names.run(run)
                        : ModelNames.run(run.place(), main.flatMap(ModelFacts::recipe))),
                run.place(),
                label.isPresent(),
                main.map(ModelFacts::id),
                found.dataset().or(() -> main.flatMap(ModelFacts::dataset)),
                found.synthetic().or(() -> main.flatMap(ModelFacts::synthetic)),
                found.samples(),
                found.accuracy("float"),
                found.accuracy("int8"),
                found.macroF1("float"),
                found.macroF1("int8"),
                found.numbers(),
                main.map(ModelFacts::weightsBytes).orElse(OptionalLong.empty()),
                main.map(ModelFacts::arenaBytes).orElse(OptionalLong.empty()),
                main.map(ModelFacts::macs).orElse(OptionalLong.empty()),
                board(main, found, device),
                TrainingStage.of(run.files(), !facts.isEmpty()),
                LearningCurve.of(found.epochs()),
                page(run.files()).isPresent(),
                changed(run),
                facts);
    }

    /** Everything that the files of a run tell. */
    RunResults results(RunEntry run) {
        return results.of(run.files());
    }

    /** The page that a command wrote about the run. */
    static Optional<Path> page(RunFolder run) {
        return Stream.of(run.reportHtml(), run.trainingHtml())
                .filter(Files::isRegularFile)
                .findFirst();
    }

    /** The one that goes into firmware, else that which it is made of. */
    private static Optional<ModelFacts> main(RunEntry run, List<ModelFacts> facts) {
        Optional<String> named = run.int8Model().or(run::floatModel).map(model -> model.id());
        return facts.stream()
                .filter(model -> named.equals(Optional.of(model.id())))
                .findFirst()
                .or(() -> facts.stream().filter(ModelFacts::isInt8).findFirst())
                .or(() -> facts.stream().findFirst());
    }

    private static Optional<BoardFigures> board(Optional<ModelFacts> main, RunResults found, Device device) {
        return main.flatMap(model -> model.on(device.name()))
                .map(figures -> Optional.ofNullable(found.measured().get(device.board()))
                        .map(figures::measured)
                        .orElse(figures));
    }

    private static Optional<String> changed(RunEntry run) {
        RunFolder files = run.files();
        return Stream.concat(
                        run.models().stream().map(model -> model.file()),
                        Stream.of(files.progress(), files.checkpoint(), files.reportJson(), files.history()))
                .map(RunSummaries::changed)
                .filter(Objects::nonNull)
                .max(FileTime::compareTo)
                .map(time -> time.toInstant().truncatedTo(ChronoUnit.SECONDS).toString());
    }

    /** Null where there is no such file. */
    private static FileTime changed(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException e) {
            return null;
        }
    }
}
