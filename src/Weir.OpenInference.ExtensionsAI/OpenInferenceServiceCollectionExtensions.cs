using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;

namespace Weir.OpenInference.ExtensionsAI;

/// <summary>Switches recording on for the clients of a service collection.</summary>
public static class OpenInferenceServiceCollectionExtensions
{
    /// <summary>
    /// Records the chat clients, and the generators of float embeddings for texts, that are registered so far, keyed ones included. Call it
    /// after they were registered; what is registered later is not recorded.
    /// </summary>
    /// <param name="services">The collection; lifetimes and keys stay as they are.</param>
    /// <param name="options">How; null means the defaults.</param>
    /// <returns>The same collection.</returns>
    /// <exception cref="InvalidOperationException">A client was registered by its type alone; register it with a factory.</exception>
    public static IServiceCollection AddOpenInference(this IServiceCollection services, ExtensionsAIOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        for (var i = 0; i < services.Count; i++)
        {
            if (services[i].ServiceType == typeof(IChatClient))
            {
                services[i] = Decorate<IChatClient>(services[i], client => client.UseOpenInference(options));
            }
            else if (services[i].ServiceType == typeof(IEmbeddingGenerator<string, Embedding<float>>))
            {
                services[i] = Decorate<IEmbeddingGenerator<string, Embedding<float>>>(services[i], generator => generator.UseOpenInference(options));
            }
        }

        return services;
    }

    private static ServiceDescriptor Decorate<TService>(ServiceDescriptor descriptor, Func<TService, TService> decorate)
        where TService : class
    {
        if (descriptor.IsKeyedService)
        {
            return descriptor.KeyedImplementationInstance is TService keyed
                ? new ServiceDescriptor(typeof(TService), descriptor.ServiceKey, decorate(keyed))
                : descriptor.KeyedImplementationFactory is { } keyedFactory
                    ? new ServiceDescriptor(typeof(TService), descriptor.ServiceKey, (services, key) => decorate((TService)keyedFactory(services, key)), descriptor.Lifetime)
                    : throw NoFactory<TService>();
        }

        return descriptor.ImplementationInstance is TService instance
            ? new ServiceDescriptor(typeof(TService), decorate(instance))
            : descriptor.ImplementationFactory is { } factory
                ? new ServiceDescriptor(typeof(TService), services => decorate((TService)factory(services)), descriptor.Lifetime)
                : throw NoFactory<TService>();
    }

    // Making one from its type would need reflection that a trimmed program does not have.
    private static InvalidOperationException NoFactory<TService>() => new(
        $"A {typeof(TService).Name} is registered by its type alone, so its calls cannot be recorded. Register it with a factory or as an instance: services.AddSingleton<{typeof(TService).Name}>(_ => new …).");
}
