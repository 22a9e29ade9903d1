package cn.gridbell.signin;

import cn.gridbell.platform.security.Role;
import cn.gridbell.resident.PrivacyConsent;
import cn.gridbell.resident.ResidentId;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a signed-in person sees of themselves.
 *
 * @param phone      masked; null until bound
 * @param household  null until given
 * @param grid       of the household
 * @param gridMember who answers for the household; null while the post is vacant
 * @param roles      empty without a staff account
 * @param hint       what is proposed for the household that was not given yet; absent if nothing is
 */
record Me(
        ResidentId id,
        @Nullable String phone,
        @Nullable Household household,
        @Nullable GridLine grid,
        @Nullable GridMember gridMember,
        Consents consents,
        List<Role> roles,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Hint hint) {

    /** The own door, in full: it is shown to nobody but those behind it. */
    record Household(
            String address,
            @Nullable String building,
            @Nullable String unit,
            @Nullable String room) {}

    /** @param phone the number residents may call; absent if there is none */
    record GridMember(
            String name,
            @Nullable String photoUrl,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String phone) {}

    /** @param grid whose code was scanned last */
    record Hint(GridLine grid) {}

    /** @param privacy the version agreed to last; null until the first */
    record Consents(@Nullable PrivacyConsent privacy) {}

    /** A door slips into no log. */
    @Override
    public String toString() {
        return "Me[…]";
    }
}
