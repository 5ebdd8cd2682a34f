package dev.mote.app;

import dev.mote.app.command.BenchCommand;
import dev.mote.app.command.CodegenCommand;
import dev.mote.app.command.CompareCommand;
import dev.mote.app.command.DataCommand;
import dev.mote.app.command.DemoCommand;
import dev.mote.app.command.DevicesCommand;
import dev.mote.app.command.FaultsCommand;
import dev.mote.app.command.InspectCommand;
import dev.mote.app.command.QuantizeCommand;
import dev.mote.app.command.RunCommand;
import dev.mote.app.command.ServeCommand;
import dev.mote.app.command.SimulateCommand;
import dev.mote.app.command.TrainCommand;
import dev.mote.app.command.TuneCommand;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The {@code mote} command. Only {@code serve} starts Quarkus. */
@QuarkusMain
@Command(
        name = "mote",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "From sensor data, or somebody's .tflite file, to firmware that is exact to the byte.",
        footer = {
            "",
            "Exit codes: 0 done; 1 a check failed (outputs differ, accuracy fell too far, does not fit);",
            "2 bad input or usage; 3 a needed tool is missing; 70 an error in mote itself.",
            "Data sets are looked for in --data-dir, else $MOTE_DATA, else ~/.mote/data."
        },
        subcommands = {
            DemoCommand.class,
            TrainCommand.class,
            TuneCommand.class,
            QuantizeCommand.class,
            InspectCommand.class,
            RunCommand.class,
            CompareCommand.class,
            CodegenCommand.class,
            BenchCommand.class,
            SimulateCommand.class,
            DevicesCommand.class,
            FaultsCommand.class,
            ServeCommand.class,
            DataCommand.class,
            CommandLine.HelpCommand.class
        })
public final class Mote implements Runnable {
    @Spec
    private CommandSpec spec;

    public static void main(String[] arguments) {
        // Before anything logs: with Java's own, the container's library complains, whose finder of loggers is on the
        // class path.
        System.setProperty("java.util.logging.manager", "org.jboss.logmanager.LogManager");
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        System.exit(run(out, err, arguments));
    }

    /** Runs one command and returns its exit code; results go to {@code out}, progress and errors to {@code err}. */
    public static int run(PrintWriter out, PrintWriter err, String... arguments) {
        CommandLine command = new CommandLine(new Mote())
                .setOut(out)
                .setErr(err)
                .setParameterExceptionHandler(Failures::badUsage)
                .setExecutionExceptionHandler(Failures::failed);
        try {
            return ArgumentConverters.register(command).execute(arguments);
        } catch (OutOfMemoryError | LinkageError e) {
            return Failures.machine(e, err);
        } catch (RuntimeException | Error e) {
            return Failures.internal(err, e);
        }
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
