package cn.gridbell.grid;

import java.io.InputStream;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Brings a street in from files, all or nothing, with a report of every bad row. Importing again changes territories by their code.
 *
 * <p>One import runs at a time, over all nodes. {@link GridRedrawn} is published as the transaction's last act: a plain listener takes part in
 * the transaction and already sees the new tree, a transactional one hears of it once it is committed and this node answers from it.
 */
@Service
public class StreetImports {

    private static final int BATCH = 500;

    private final GridMapper mapper;
    private final CurrentGridTree current;
    private final ObjectProvider<StreetImportPart> parts;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher facts;
    private final Clock clock;

    StreetImports(
            GridMapper mapper,
            CurrentGridTree current,
            ObjectProvider<StreetImportPart> parts,
            PlatformTransactionManager transactions,
            ApplicationEventPublisher facts,
            Clock clock) {
        this.mapper = mapper;
        this.current = current;
        this.parts = parts;
        this.transaction = new TransactionTemplate(transactions);
        this.facts = facts;
        this.clock = clock;
    }

    /**
     * @param folder a directory or {@code classpath:…}
     * @return the report; if it is not clean, nothing was kept
     */
    public ImportReport importFrom(String folder) {
        ImportReport report = new ImportReport();
        take(StreetSources.open(folder, report), report, false);
        return report;
    }

    /**
     * The same from a zip of the files.
     *
     * @param zip is not closed
     */
    ImportReport importZip(InputStream zip) {
        ImportReport report = new ImportReport();
        take(StreetSources.unzip(zip, report), report, false);
        return report;
    }

    /** The same, unless there is a street already. */
    Optional<ImportReport> importFirst(String folder) {
        if (mapper.gridCount() > 0) {
            return Optional.empty();
        }
        ImportReport report = new ImportReport();
        return take(StreetSources.open(folder, report), report, true) ? Optional.of(report) : Optional.empty();
    }

    /** @return false if another node was first */
    private boolean take(StreetFiles files, ImportReport report, boolean first) {
        StreetDraft draft = StreetDraft.read(files, report);
        if (!draft.treeStands()) {
            return true;
        }
        Boolean taken = transaction.execute(status -> {
            mapper.nextVersion();
            List<GridRow> stored = mapper.grids();
            if (first && !stored.isEmpty()) {
                status.setRollbackOnly();
                return false;
            }
            checkAgainst(stored, draft, report);
            keep(draft, report);
            announce(files, report);
            if (!report.clean()) {
                status.setRollbackOnly();
            }
            return true;
        });
        return Boolean.TRUE.equals(taken);
    }

    /** Others stand on a territory's id and level: neither may go away under them. */
    private static void checkAgainst(List<GridRow> stored, StreetDraft draft, ImportReport report) {
        for (GridRow row : stored) {
            GridTable.Line line = draft.lines().get(row.code());
            if (line == null) {
                report.bad(StreetFormat.GRIDS, 0, "code", "系统里已有的" + row.code() + "不在文件里。网格只能改名、改范围，不能删除，请保留这一行。");
            } else if (line.level() != row.level()) {
                report.bad(
                        StreetFormat.GRIDS,
                        line.line(),
                        "level",
                        "系统里它是" + row.level().words() + "，层级不能改，请换一个编码。");
            }
        }
    }

    private void keep(StreetDraft draft, ImportReport report) {
        draft.rows().forEach(mapper::keepGrid);
        report.taken("grids", draft.rows().size());
        if (draft.buildings().isPresent()) {
            List<BuildingRow> buildings = draft.buildings().get();
            mapper.forgetBuildings();
            for (int from = 0; from < buildings.size(); from += BATCH) {
                mapper.addBuildings(buildings.subList(from, Math.min(buildings.size(), from + BATCH)));
            }
            report.taken("buildings", buildings.size());
        }
    }

    private void announce(StreetFiles files, ImportReport report) {
        current.showDraft(current.readStored());
        try {
            parts.stream()
                    .sorted(Comparator.comparingInt(StreetImportPart::order))
                    .forEach(part -> part.load(files, report));
            if (report.clean()) {
                facts.publishEvent(new GridRedrawn(clock.instant()));
            }
        } finally {
            current.hideDraft();
        }
    }
}
