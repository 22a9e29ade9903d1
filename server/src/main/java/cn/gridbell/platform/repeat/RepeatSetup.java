package cn.gridbell.platform.repeat;

import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.Advisor;
import org.springframework.aop.Pointcut;
import org.springframework.aop.ProxyMethodInvocation;
import org.springframework.aop.support.ComposablePointcut;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.aop.support.annotation.AnnotationMatchingPointcut;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Role;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Whatever begins a transaction by {@link Transactional} or by the house's {@link TransactionTemplate} goes through {@link Repeats}; what takes
 * part in another transaction does not.
 */
@Configuration(proxyBeanMethods = false)
class RepeatSetup {

    /** Around the transaction, whose own advisor comes last of all. */
    private static final int OUTSIDE = 0;

    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static Advisor repeatedTransactions() {
        Pointcut methods = AnnotationMatchingPointcut.forMethodAnnotation(Transactional.class);
        Pointcut transactional = new ComposablePointcut(
                        AnnotationMatchingPointcut.forClassAnnotation(Transactional.class))
                .union(methods);
        DefaultPointcutAdvisor advisor = new DefaultPointcutAdvisor(transactional, new Repeating());
        advisor.setOrder(OUTSIDE);
        return advisor;
    }

    @Bean
    TransactionTemplate transactionTemplate(PlatformTransactionManager manager) {
        return new RepeatingTemplate(manager);
    }

    private static final class RepeatingTemplate extends TransactionTemplate {

        private static final long serialVersionUID = 1L;

        RepeatingTemplate(PlatformTransactionManager manager) {
            super(manager);
        }

        @Override
        public <T extends @Nullable Object> T execute(TransactionCallback<T> action) {
            return TransactionSynchronizationManager.isActualTransactionActive()
                    ? super.execute(action)
                    : Repeats.run(() -> super.execute(action));
        }
    }

    private static final class Repeating implements MethodInterceptor {

        @Override
        public @Nullable Object invoke(MethodInvocation invocation) throws Throwable {
            if (TransactionSynchronizationManager.isActualTransactionActive()
                    || !(invocation instanceof ProxyMethodInvocation call)) {
                return invocation.proceed();
            }
            try {
                return Repeats.run(() -> proceed(call));
            } catch (CheckedInside carried) {
                throw carried.getCause();
            }
        }

        /** On a copy: an invocation can proceed only once. */
        private static @Nullable Object proceed(ProxyMethodInvocation call) {
            try {
                return call.invocableClone().proceed();
            } catch (RuntimeException | Error e) {
                throw e;
            } catch (Throwable checked) {
                throw new CheckedInside(checked);
            }
        }
    }

    private static final class CheckedInside extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final Throwable checked;

        CheckedInside(Throwable checked) {
            super(checked);
            this.checked = checked;
        }

        @Override
        public synchronized Throwable getCause() {
            return checked;
        }
    }
}
