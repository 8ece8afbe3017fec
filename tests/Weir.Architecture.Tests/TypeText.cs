using System.Reflection;

namespace Weir.Architecture.Tests;

/// <summary>Writes the type of a member as its users see it, nullability included.</summary>
internal static class TypeText
{
    private static readonly NullabilityInfoContext Nullability = new();

    public static string Of(ParameterInfo parameter)
    {
        var kind = parameter.IsOut ? "out " : parameter.IsIn ? "in " : parameter.ParameterType.IsByRef ? "ref " : "";
        return kind + Of(parameter.ParameterType, Nullability.Create(parameter));
    }

    public static string Of(PropertyInfo property) => Of(property.PropertyType, Nullability.Create(property));

    public static string Of(FieldInfo field) => Of(field.FieldType, Nullability.Create(field));

    public static string Of(EventInfo happening) => Of(happening.EventHandlerType!, Nullability.Create(happening));

    /// <summary>A type by itself. The namespaces of the framework are left out, ours and others' are not.</summary>
    public static string Of(Type type, NullabilityInfo? nullability = null)
    {
        if (type.IsByRef)
        {
            return Of(type.GetElementType()!, nullability);
        }

        if (Nullable.GetUnderlyingType(type) is { } value)
        {
            return Of(value, null) + "?";
        }

        var mark = !type.IsValueType && nullability?.ReadState == NullabilityState.Nullable ? "?" : "";
        return type.IsArray ? $"{Of(type.GetElementType()!, nullability?.ElementType)}[]{mark}" : Name(type, nullability) + mark;
    }

    private static string Name(Type type, NullabilityInfo? nullability)
    {
        var isFramework = type.Namespace is null || type.Namespace.Split('.')[0] == "System";
        var name = type.IsGenericParameter ? type.Name
            : type.IsNested ? $"{Of(type.DeclaringType!)}.{type.Name}"
            : isFramework ? type.Name : $"{type.Namespace}.{type.Name}";
        if (!type.IsGenericType)
        {
            return name;
        }

        var arguments = type.GetGenericArguments().Select((argument, index) => Of(argument, nullability?.GenericTypeArguments.ElementAtOrDefault(index)));
        return $"{name.Split('`')[0]}<{string.Join(", ", arguments)}>";
    }
}
