package cn.gridbell.platform;

import com.baomidou.mybatisplus.autoconfigure.SqlSessionFactoryBeanCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class RowSetup {

    @Bean
    SqlSessionFactoryBeanCustomizer rowsAreReadByName() {
        return factory -> factory.setConfiguration(new RowsByName());
    }
}
