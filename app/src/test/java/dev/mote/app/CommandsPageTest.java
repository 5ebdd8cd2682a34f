package dev.mote.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** docs/commands.md tells every command and every option, and no other. */
class CommandsPageTest {

    @Test
    void tellsEveryCommandAndOption() {
        Map<String, List<String>> expected = new TreeMap<>();
        collect("", new CommandLine(new Mote()), expected);
        Map<String, List<String>> told = new TreeMap<>();
        CommandsPage.sections()
                .keySet()
                .forEach(name -> told.put(
                        name, CommandsPage.options(name).stream().sorted().toList()));
        assertEquals(expected, told);
    }

    @Test
    void showsAnExampleOfEveryCommand() {
        CommandsPage.sections()
                .forEach((name, lines) -> assertTrue(
                        lines.stream()
                                .anyMatch(line ->
                                        line.startsWith("./mote " + name + " ") || line.equals("./mote " + name)),
                        name));
    }

    private static void collect(String prefix, CommandLine command, Map<String, List<String>> found) {
        command.getSubcommands().forEach((name, child) -> {
            if (!name.equals("help") && child.getSubcommands().isEmpty()) {
                found.put(prefix + name, options(child));
            }
            collect(prefix + name + " ", child, found);
        });
    }

    private static List<String> options(CommandLine command) {
        List<String> names = new ArrayList<>();
        for (OptionSpec option : command.getCommandSpec().options()) {
            if (!option.usageHelp() && !option.versionHelp()) {
                names.add(option.longestName());
            }
        }
        return names.stream().sorted().toList();
    }
}
