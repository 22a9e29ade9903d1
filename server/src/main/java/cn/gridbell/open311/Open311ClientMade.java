package cn.gridbell.open311;

import org.jspecify.annotations.Nullable;

/**
 * A new client.
 *
 * @param apiKey shown this once; null when the call is repeated: then revoke it and make another
 */
record Open311ClientMade(Open311ClientView client, @Nullable String apiKey) {}
