package cn.gridbell.request.category;

import cn.gridbell.platform.Page;
import cn.gridbell.platform.security.Audience;
import cn.gridbell.platform.security.CallableBy;
import cn.gridbell.platform.security.Role;
import jakarta.validation.Valid;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The categories as the street keeps them. */
@RestController
@RequestMapping("/api/staff/request-categories")
class StaffCategoryController {

    private final CategoryEditing editing;

    StaffCategoryController(CategoryEditing editing) {
        this.editing = editing;
    }

    /** All of them with all their settings, headings too. */
    @GetMapping
    @CallableBy(Audience.STAFF)
    Page<RequestCategory> all() {
        return new Page<>(editing.all(), null);
    }

    @PutMapping("/{code}")
    @CallableBy(
            value = Audience.STAFF,
            roles = {Role.ADMIN})
    RequestCategory replace(@PathVariable String code, @Valid @RequestBody WriteCategory command) {
        return editing.replace(code, command);
    }
}
