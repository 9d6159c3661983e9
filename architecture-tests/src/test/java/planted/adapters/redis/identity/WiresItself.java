package planted.adapters.redis.identity;

import dagger.Component;

/// Breaks rule 4: a component outside the apps. No processor runs here, so nothing is generated.
@Component
interface WiresItself {}
