package cn.gridbell.grid;

import org.springframework.stereotype.Service;

/** Brings a street in from files, all or nothing, with a report of every bad row. */
@Service
public class StreetImports {

    /**
     * @param folder a directory or {@code classpath:…}
     * @return the report; if it is not clean, nothing was kept
     */
    public ImportReport importFrom(String folder) {
        throw new UnsupportedOperationException();
    }
}
