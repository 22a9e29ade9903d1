@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.gridbell.house.downstairs.lower;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
