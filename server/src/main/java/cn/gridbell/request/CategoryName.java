package cn.gridbell.request;

/** A category by code and Chinese name. */
record CategoryName(String code, String name) {}
