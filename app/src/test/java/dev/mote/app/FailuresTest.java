package dev.mote.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** A fault of Mote itself shows where it is, and how to report it. */
class FailuresTest {
    private final StringWriter err = new StringWriter();

    @Test
    void showsWhereAFaultIsAndHowToReportIt() {
        CommandLine command = new CommandLine(new Mote()).setErr(new PrintWriter(err, true));
        check(Failures.failed(new IllegalStateException("no such layer"), command, null));
    }

    @Test
    void takesErrorsOfJavaForFaults() {
        check(Failures.internal(new PrintWriter(err, true), new StackOverflowError("no such layer")));
    }

    private void check(int code) {
        assertEquals(70, code);
        assertTrue(err.toString().startsWith("mote: internal error: java.lang."), err.toString());
        assertTrue(err.toString().contains("no such layer"), err.toString());
        assertTrue(err.toString().contains("\tat dev.mote.app.FailuresTest."), err.toString());
        assertTrue(err.toString().lines().toList().getLast().contains("please report it"), err.toString());
    }
}
