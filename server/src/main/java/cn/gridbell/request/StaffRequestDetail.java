package cn.gridbell.request;

import cn.gridbell.request.reporter.ReporterLine;
import com.fasterxml.jackson.annotation.JsonUnwrapped;

/**
 * A request as staff see it.
 *
 * @param reporter who reported it, as far as this staff member may know
 */
record StaffRequestDetail(@JsonUnwrapped RequestDetail request, ReporterLine reporter) {}
