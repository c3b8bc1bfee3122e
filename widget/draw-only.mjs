/**
 * What of Preact the widget never asks of it: it draws functions alone, the whole form after each change, with no state, no life cycle,
 * no context and no page that a server drew. A bundler drops what no module names, and cannot drop half of a function. What is left is
 * the library's own text; each piece as it stands in the version that is pinned.
 */
const LEFT_OUT = [
  // Components that draw themselves anew.
  [
    /x\.prototype\.setState=function\(n,t\)\{.*?\},x\.prototype\.forceUpdate=function\(n\)\{.*?\},x\.prototype\.render=\$,u=\[\],f=0,o=function\(n,t\)\{return n\.__v\.__b-t\.__v\.__b\},/,
    'x.prototype.render=$,',
  ],
  // Components that catch what others throw.
  [/n=\{__e:function\(n,t,r,u\)\{.*?throw f=0,n\}\},/, 'n={__e:function(n){throw n}},'],
  // The methods of classes.
  [
    /,C&&\(d\.__s\|\|\(d\.__s=d\.state\),.*?\)\),k=d\.props,b=d\.state,d\.__v=r,u\.__c\)\{.*?\}else C&&!V\.getDerivedStateFromProps.*?d\.componentDidMount\);d\.context=L/,
    ',d.__v=r,u.__c&&r.__v==u.__v){r.__e=u.__e,r.__k=u.__k,r.__k.some(function(n){n&&(n.__=r)}),l=S(u);break n}d.context=L',
  ],
  [
    /q=C\?25:0;do\{d\.__g&=-9,H&&H\(r\),(s=d\.render\(.*?\))\}while\(8&d\.__g&&\+\+q<25\);C&&.*?,d\.state=d\.__s,.*?A=s&&/,
    '$1,A=s&&',
  ],
];

/** Leaves out of Preact what is for others. Fails where the library does not say what is left out. */
export function drawOnly() {
  let seen = false;
  return {
    name: 'draw-only',
    transform(code, id) {
      if (!/[\\/]preact[\\/]dist[\\/]preact\.mjs/.test(id)) return null;
      seen = true;
      return LEFT_OUT.reduce((text, [piece, instead], at) => {
        if (!piece.test(text)) this.error(`Preact has no piece ${at} as it is left out`);
        return text.replace(piece, instead);
      }, code);
    },
    buildEnd(error) {
      if (!error && !seen) this.error('Preact was not seen');
    },
  };
}
