package cn.gridbell;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The backend: one application, a few rooms, every arrow points down (see README, "Rooms"). */
@SpringBootApplication
@ConfigurationPropertiesScan
public class GridbellServer {

    public static void main(String[] args) {
        SpringApplication.run(GridbellServer.class, args);
    }
}
