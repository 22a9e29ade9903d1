package cn.gridbell.grid;

import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;

/** Imports the street named in the settings at the first start. With a bad row the server does not start and says which. */
@Component
@Order(10)
class StreetImportAtStart implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(StreetImportAtStart.class);

    /** Each try waits for another node's import as long as the database lets one wait for a lock. */
    private static final int MOST_TRIES = 12;

    private final StreetImports imports;
    private final StreetProperties properties;

    StreetImportAtStart(StreetImports imports, StreetProperties properties) {
        this.imports = imports;
        this.properties = properties;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (properties.importFrom().isBlank()) {
            return;
        }
        Optional<ImportReport> report = importFirst();
        if (report.isEmpty()) {
            LOG.info("There is a street already, nothing is imported from {}", properties.importFrom());
        } else if (report.get().clean()) {
            LOG.info(
                    "Street imported from {}: {}",
                    properties.importFrom(),
                    report.get().taken());
        } else {
            throw new StreetNotImported(properties.importFrom(), report.get());
        }
    }

    private Optional<ImportReport> importFirst() {
        for (int tries = 1; ; tries++) {
            try {
                return imports.importFirst(properties.importFrom());
            } catch (TransientDataAccessException busy) {
                if (tries == MOST_TRIES) {
                    throw busy;
                }
                LOG.info("Another node seems to be importing the street, trying again");
            }
        }
    }

    /** Stops the start; its message lists each bad row for the operator. */
    static final class StreetNotImported extends IllegalStateException {

        private static final long serialVersionUID = 1L;

        StreetNotImported(String folder, ImportReport report) {
            super(words(folder, report));
        }

        private static String words(String folder, ImportReport report) {
            StringBuilder words = new StringBuilder("街道没有导入，请修改后重新启动：").append(folder);
            report.badRows().forEach(row -> words.append(System.lineSeparator()).append(row));
            if (report.unlisted() > 0) {
                words.append(System.lineSeparator())
                        .append("还有")
                        .append(report.unlisted())
                        .append("处没有列出。");
            }
            return words.toString();
        }
    }
}
