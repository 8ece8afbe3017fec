using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Weir.Architecture.Tests;

/// <summary>Everything that a user of a package can name, one line each, in a fixed order.</summary>
/// <remarks>What the compiler adds to records is left out: the word <c>record</c> says it. Constants carry their value, because users compile it in.</remarks>
internal static class PublicApi
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public static IReadOnlyList<string> Of(IEnumerable<Type> types) =>
        [.. types.SelectMany(type => MembersOf(type).Prepend(Header(type))).Order(StringComparer.Ordinal)];

    private static string Header(Type type)
    {
        var parents = (HasParent(type) ? [type.BaseType!] : Type.EmptyTypes).Concat(type.GetInterfaces().Except(type.BaseType?.GetInterfaces() ?? []))
            .Where(parent => parent.IsVisible && parent != typeof(IEquatable<>).MakeGenericType(type))
            .Select(parent => TypeText.Of(parent)).Order(StringComparer.Ordinal).ToList();
        return $"{TypeText.Of(type)} = {Shape(type)}{(IsRecord(type) ? "record " : "")}{Kind(type)}{(parents.Count > 0 ? " : " + string.Join(", ", parents) : "")}";
    }

    private static string Kind(Type type) =>
        type.IsEnum ? "enum" : type.IsInterface ? "interface" : IsDelegate(type) ? "delegate" : type.IsValueType ? "struct" : "class";

    private static string Shape(Type type) => type switch
    {
        { IsInterface: true } or { IsValueType: true } => "",
        { IsAbstract: true, IsSealed: true } => "static ",
        { IsAbstract: true } => "abstract ",
        { IsSealed: true } => "sealed ",
        _ => "",
    };

    private static bool HasParent(Type type) => type.IsClass && !IsDelegate(type) && type.BaseType != typeof(object);

    private static bool IsDelegate(Type type) => type.IsSubclassOf(typeof(Delegate));

    private static IEnumerable<string> MembersOf(Type type)
    {
        var owner = TypeText.Of(type);
        var fields = type.GetFields(Declared).Where(field => IsOpen(field.Attributes & FieldAttributes.FieldAccessMask) && !field.IsSpecialName)
            .Select(field => $"{owner}.{field.Name} -> {TypeText.Of(field)}{(field.IsLiteral ? " = " + Convert.ToString(field.GetRawConstantValue(), CultureInfo.InvariantCulture) : "")}");
        var properties = type.GetProperties(Declared).Where(property => property.GetAccessors(nonPublic: true).Any(IsOpen) && property.Name != "EqualityContract")
            .Select(property => $"{owner}.{property.Name}{Parameters(property.GetIndexParameters(), "[", "]")} -> {TypeText.Of(property)} {{ {Accessors(property)} }}");
        var methods = type.GetMethods(Declared).Where(method => IsOpen(method) && IsWritten(method) && (!IsDelegate(type) || method.Name == "Invoke"))
            .Select(method => $"{owner}.{Modifier(method)}{method.Name}{Generics(method)}{Parameters(method.GetParameters(), "(", ")", always: true)} -> {TypeText.Of(method.ReturnParameter)}");
        var constructors = type.GetConstructors(Declared).Where(constructor => IsOpen(constructor) && IsWritten(constructor) && !IsDelegate(type))
            .Select(constructor => $"{owner}.new{Parameters(constructor.GetParameters(), "(", ")", always: true)}");
        var events = type.GetEvents(Declared).Where(happening => IsOpen(happening.AddMethod!)).Select(happening => $"{owner}.event {happening.Name} -> {TypeText.Of(happening)}");
        return [.. fields, .. properties, .. methods, .. constructors, .. events];
    }

    private static string Accessors(PropertyInfo property)
    {
        var isRequired = property.IsDefined(typeof(RequiredMemberAttribute)) ? "required " : "";
        var isInit = property.SetMethod?.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)) == true;
        var open = new[] { (property.GetMethod, "get;"), (property.SetMethod, isInit ? "init;" : "set;") };
        return isRequired + Modifier(property.GetAccessors(nonPublic: true)[0]) + string.Join(' ', open.Where(accessor => accessor.Item1 is { } method && IsOpen(method)).Select(accessor => accessor.Item2));
    }

    private static string Parameters(ParameterInfo[] parameters, string open, string close, bool always = false) =>
        parameters.Length == 0 && !always ? "" : open + string.Join(", ", parameters.Select(Parameter)) + close;

    private static string Parameter(ParameterInfo parameter)
    {
        var extends = parameter.Position == 0 && parameter.Member.IsDefined(typeof(ExtensionAttribute)) ? "this " : "";
        return extends + $"{TypeText.Of(parameter)} {parameter.Name}" + (parameter.HasDefaultValue ? $" = {(parameter.RawDefaultValue is { } value ? Convert.ToString(value, CultureInfo.InvariantCulture) : "null")}" : "");
    }

    private static string Generics(MethodInfo method) => method.IsGenericMethod ? $"<{string.Join(", ", method.GetGenericArguments().Select(argument => argument.Name))}>" : "";

    private static string Modifier(MethodInfo method) =>
        method.IsStatic ? "static " : method.DeclaringType!.IsInterface ? "" : method.GetBaseDefinition() != method ? "override " : method.IsAbstract ? "abstract " : method is { IsVirtual: true, IsFinal: false } ? "virtual " : "";

    private static bool IsOpen(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private static bool IsOpen(FieldAttributes access) => access is FieldAttributes.Public or FieldAttributes.Family or FieldAttributes.FamORAssem;

    private static bool IsWritten(MethodBase method) =>
        !method.IsDefined(typeof(CompilerGeneratedAttribute)) && (method.IsConstructor || !method.IsSpecialName || method.Name.StartsWith("op_", StringComparison.Ordinal));

    private static bool IsRecord(Type type) => type.GetMethods(Declared).Any(method => method.Name == "PrintMembers" && method.IsDefined(typeof(CompilerGeneratedAttribute)));
}
