package org.zhengyu.pipeline;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.zhengyu.output.Language;
import org.zhengyu.output.OutputRefusedException;
import org.zhengyu.output.ProjectVersion;
import org.zhengyu.output.Wording;
import org.zhengyu.pipeline.cli.Command;
import org.zhengyu.pipeline.cli.Commands;
import org.zhengyu.pipeline.cli.CommonOptions;
import org.zhengyu.pipeline.cli.CompletionCommand;
import org.zhengyu.pipeline.cli.Console;
import org.zhengyu.pipeline.cli.ExitCode;
import org.zhengyu.pipeline.cli.Request;
import org.zhengyu.pipeline.plan.UsageException;
import org.zhengyu.pipeline.report.RunMessage;
import org.zhengyu.pipeline.report.Versions;

/** The main program: reads the command line, does what it asks for, and says how it ended. */
public final class Main {
  private static final List<Command> COMMANDS =
      commands(
          new RunCommand(),
          new PlanCommand(),
          new TextCommand(),
          new KwicCommand(),
          new ContrastCommand(),
          new CompareCommand(),
          new ExportCommand(),
          new ReportCommand(),
          new DescribeCommand());

  private Main() {}

  /** Exits with 0 when the result is complete, 1 when the run failed, 2 after wrong use. */
  public static void main(String[] args) {
    Logging.configure();
    PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, UTF_8);
    PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, UTF_8);
    System.exit(run(args, Locale.getDefault(Locale.Category.DISPLAY), out, err));
  }

  /** Runs the program in surroundings of a locale; returns the exit code. */
  static int run(String[] args, Locale locale, PrintStream out, PrintStream err) {
    List<String> words = List.of(args);
    Language language = CommonOptions.language(words, locale);
    Console console = new Console(out, err, Boolean.getBoolean("zhengyu.terminal"), language);
    return run(words, console).number();
  }

  private static List<Command> commands(Command... commands) {
    List<Command> all = new ArrayList<>(List.of(commands));
    all.add(new CompletionCommand(List.of(commands)));
    return all;
  }

  private static ExitCode run(List<String> words, Console console) {
    Commands commands = Commands.of(COMMANDS, console.language());
    try {
      if (CommonOptions.askForHelp(words)) {
        console.out().print(commands.help(words));
        return ExitCode.COMPLETE;
      }
      if (CommonOptions.askForVersion(words)) {
        console.out().println(version());
        return ExitCode.COMPLETE;
      }
      Request request = commands.read(words);
      return request.command().run(request, console);
    } catch (UsageException e) {
      console.complain(e.in(console.language()));
      return ExitCode.WRONG_USE;
    } catch (Exception | Error e) {
      console.complain(reason(e).in(console.language()));
      if (Boolean.getBoolean("zhengyu.trace")) {
        e.printStackTrace(console.err());
      }
      return ExitCode.FAILED;
    }
  }

  /** What began it, in one line; what says so itself needs no name of an exception. */
  private static Wording reason(Throwable failure) {
    if (failure instanceof OutputRefusedException refused) {
      return refused.wording();
    }
    Throwable cause = failure;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return RunMessage.FAILED.with(
        cause.getClass().getSimpleName(),
        String.valueOf(cause.getMessage()).lines().findFirst().orElse(""));
  }

  private static String version() {
    return Commands.PROGRAM
        + " "
        + ProjectVersion.current()
        + " (HanLP "
        + Versions.hanlp()
        + ", Beam "
        + Versions.beam()
        + ", Java "
        + System.getProperty("java.version")
        + ")";
  }
}
