package dev.mote.app.command;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "inspect", mixinStandardHelpOptions = true)
public final class InspectCommand implements Callable<Integer> {
    @Parameters(paramLabel = "MODEL.tflite")
    private Path model;

    @Override
    public Integer call() {
        return 0;
    }
}
