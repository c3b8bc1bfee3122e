import { type Config, sidelight } from '@sidelight/widget';
import { createApp, defineComponent, h, onBeforeUnmount, onMounted, ref } from 'vue';

/** A form in the flow of a Vue page, and a button that opens another one over it. */
const Feedback = defineComponent({
  props: { form: { type: String, required: true } },
  setup(props) {
    const place = ref<HTMLElement>();
    const thank = () => {
      document.title = 'Thank you';
    };
    onMounted(() => {
      sidelight('show', props.form, { at: place.value! });
      sidelight('on', 'completed', thank);
    });
    onBeforeUnmount(() => sidelight('off', 'completed', thank));
    return () => h('div', { ref: place });
  },
});

export function start(root: Element, config: Config, form: string): void {
  sidelight('init', config);
  createApp({ render: () => [h('h1', 'Your order'), h(Feedback, { form })] }).mount(root);
}
