package dev.gridbell.house.trespassers;

import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;

/** Public, and pastes a value into SQL. */
@Mapper
public interface PublicMapper {

    @Select("SELECT note FROM note WHERE note = '${note}'")
    SpringyRow find(String note);
}
