package dev.gridbell.house.trespassers;

import org.springframework.http.HttpStatus;

/** A public row that knows Spring. */
public record SpringyRow(HttpStatus status) {}
