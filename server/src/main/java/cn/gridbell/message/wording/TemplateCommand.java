package cn.gridbell.message.wording;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.ExitCodeGenerator;
import org.springframework.stereotype.Component;

/**
 * {@code java -jar gridbell-server.jar --templates}: says where the catalogue and the accounts differ; {@code --templates=create} adds what is
 * missing. The exit code is 0 only if nothing differs.
 */
@Component
class TemplateCommand implements ApplicationRunner, ExitCodeGenerator {

    private static final String OPTION = "templates";

    private final TemplateInspection inspection;
    private final PrintStream terminal;
    private volatile int exitCode;

    @Autowired
    TemplateCommand(TemplateInspection inspection) {
        this(inspection, new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8));
    }

    TemplateCommand(TemplateInspection inspection, PrintStream terminal) {
        this.inspection = inspection;
        this.terminal = terminal;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (arguments.containsOption(OPTION)) {
            List<String> values = arguments.getOptionValues(OPTION);
            exitCode = inspect(values != null && values.contains("create"));
        }
    }

    @Override
    public int getExitCode() {
        return exitCode;
    }

    private int inspect(boolean create) {
        if (create) {
            Map<String, String> settings = inspection.create();
            say(settings.isEmpty() ? "没有可以添加的模板。" : "已添加 " + settings.size() + " 个模板，请设置后重启：");
            settings.forEach((setting, id) -> say("  " + setting + "=" + id));
        }
        List<TemplateDifference> differences = inspection.differences();
        differences.forEach(
                difference -> say("  " + difference.app() + " " + difference.key() + "：" + difference.words()));
        say(differences.isEmpty() ? "模板目录与两个账号一致。" : "模板目录与账号有 " + differences.size() + " 处不一致。");
        return differences.isEmpty() ? 0 : 1;
    }

    /** To the person at the terminal, whatever its locale; the log is for machines. */
    private void say(String line) {
        terminal.println(line);
    }
}
